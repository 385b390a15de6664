package ecommerce.proxyclient.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ecommerce.defaults.test.TestTokens;
import ecommerce.proxyclient.userclient.UserClient;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

class AuthenticateControllerTests {

    /** Port 1 refuses connections. */
    private static final String NOBODY = "http://localhost:1";

    @Test
    void answers503IfTheKeySetIsUnavailable() {
        var users = HttpServiceProxyFactory.builderFor(RestClientAdapter.create(RestClient.create(NOBODY)))
                .build()
                .createClient(UserClient.class);
        var keySet = NimbusJwtDecoder.withJwkSetUri(NOBODY).build();
        var controller = new AuthenticateController(new SignIn(users), keySet);
        var token = TestTokens.user(7).substring("Bearer ".length());

        var problem = catchThrowableOfType(ErrorResponseException.class, () -> controller.isAccepted(token));

        assertThat(problem.getStatusCode().value()).isEqualTo(503);
    }
}
