package ecommerce.defaults.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CommonSecretsTests {

    private static final Map<String, String> STRONG =
            Map.of("REGISTRY_PASSWORD", "b7f39c1e52d84a60", "CONFIG_PASSWORD", "51d0c7ea93b8f246");

    @Test
    void stopsTheStartWithoutThem() {
        assertThatExceptionOfType(MissingSecretException.class)
                .isThrownBy(() -> check(new MockEnvironment()))
                .satisfies(e -> assertThat(e.names()).containsExactlyElementsOf(CommonSecrets.NAMES));
    }

    @Test
    void stopsTheStartWithAWeakOne() {
        for (var name : CommonSecrets.NAMES) {
            var environment = strong().withProperty(name, "local-registry");

            assertThatExceptionOfType(WeakSecretException.class)
                    .isThrownBy(() -> check(environment))
                    .withMessageContaining(name);
        }
    }

    @Test
    void acceptsStrongOnes() {
        assertThatNoException().isThrownBy(() -> check(strong()));
    }

    @Test
    void publishesThemInTheLocalProfileUnlessTheyAreSet() {
        var environment = new MockEnvironment()
                .withProperty("spring.profiles.active", "demo, local")
                .withProperty("CONFIG_PASSWORD", "mine");

        check(environment);

        assertThat(environment.getProperty("REGISTRY_PASSWORD")).isEqualTo("local-registry");
        assertThat(environment.getProperty("CONFIG_PASSWORD")).isEqualTo("mine");
    }

    @Test
    void areThoseOfTheListOfServices() {
        var list = new JsonMapper().readTree(Path.of("..", "..", "infra", "services.json"));

        assertThat(list.get("shared_secrets").valueStream().map(JsonNode::asString))
                .containsExactlyElementsOf(CommonSecrets.NAMES);
    }

    private static MockEnvironment strong() {
        var environment = new MockEnvironment();
        STRONG.forEach(environment::setProperty);
        return environment;
    }

    private static void check(MockEnvironment environment) {
        new CommonSecrets().postProcessEnvironment(environment, new SpringApplication());
    }
}
