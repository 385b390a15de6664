package ecommerce.defaults.test;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

class AmbiguousPathsTests {

    private final RequestMappingHandlerMapping endpoints = new RequestMappingHandlerMapping();

    @Test
    void findsAPathThatFitsTwoPatternsEquallyWell() throws Exception {
        add("/users/{userId}/sign-ins");
        add("/users/username/{username}");

        assertThatThrownBy(() -> AmbiguousPaths.requireNone(endpoints))
                .hasMessageContaining("GET /users/username/sign-ins");
    }

    @Test
    void acceptsPathsOfWhichSpringPrefersOne() throws Exception {
        add("/users/{userId}");
        add("/users/me");
        add("/users/{userId}/block");
        add("/users/username/{username}");
        add("/users/username/{username}/name");

        assertThatCode(() -> AmbiguousPaths.requireNone(endpoints)).doesNotThrowAnyException();
    }

    private void add(String pattern) throws NoSuchMethodException {
        var options = new RequestMappingInfo.BuilderConfiguration();
        options.setPatternParser(PathPatternParser.defaultInstance);
        endpoints.registerMapping(
                RequestMappingInfo.paths(pattern).options(options).build(), this, Object.class.getMethod("toString"));
    }
}
