package ecommerce.defaults.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ecommerce.defaults.test.TestTokens;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;

/** Tests what happens to tokens while user-service, which has the keys, can't be reached. */
class PublicEndpointTokensTests {

    private PublicEndpointTokens tokens;

    @BeforeEach
    void stopUserService() throws IOException {
        try (var socket = new ServerSocket(0)) {
            var keys = "http://localhost:%d/oauth2/jwks".formatted(socket.getLocalPort());
            tokens = new PublicEndpointTokens(
                    new JwtAuthenticationProvider(
                            NimbusJwtDecoder.withJwkSetUri(keys).build()),
                    new StaffTokenCheck((caller, token) -> true),
                    request -> "/open".equals(request.getRequestURI()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void letsEverybodyReadWhatIsPublic(String method) {
        assertThat(authenticate(method, "/open")).isInstanceOf(AnonymousAuthenticationToken.class);
    }

    @Test
    void refusesEverythingElse() {
        assertThatExceptionOfType(AuthenticationServiceException.class).isThrownBy(() -> authenticate("POST", "/open"));
        assertThatExceptionOfType(AuthenticationServiceException.class)
                .isThrownBy(() -> authenticate("GET", "/declared"));
    }

    private Authentication authenticate(String method, String path) {
        var request = new MockHttpServletRequest(method, path);
        request.addHeader("Authorization", TestTokens.user(7));
        var token = Objects.requireNonNull(tokens.find(request));
        return tokens.managerFor(request).authenticate(new BearerTokenAuthenticationToken(token));
    }
}
