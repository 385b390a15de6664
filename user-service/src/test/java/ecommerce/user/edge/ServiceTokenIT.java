package ecommerce.user.edge;

import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.defaults.test.TestSecrets;
import ecommerce.user.TokenEndpointTest;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;

class ServiceTokenIT extends TokenEndpointTest {

    @Test
    void issuesATokenWithTheServiceRole() throws ParseException {
        var claims = claims(token("order-service", Map.of("grant_type", "client_credentials")));

        assertThat(claims.getSubject()).isEqualTo("order-service");
        assertThat(claims.getAudience())
                .containsExactlyInAnyOrder(
                        "ecommerce", "payment-service", "product-service", "shipping-service", "user-service");
        assertThat(claims.getStringClaim("scope").split(" "))
                .containsExactlyInAnyOrder(
                        "products:read",
                        "stock:reserve",
                        "payments:settle",
                        "shipments:arrange",
                        "customers:read",
                        "tokens:introspect");
        assertThat(claims.getIssuer()).isEqualTo("http://localhost:8080");
        assertThat(claims.getStringListClaim("roles")).containsExactly("SERVICE");
        assertThat(claims.getExpirationTime().toInstant())
                .isEqualTo(claims.getIssueTime().toInstant().plusSeconds(900));
    }

    @Test
    void limitsATokenToTheServiceThatItNames() throws ParseException {
        var request = Map.of("grant_type", "client_credentials", "resource", "http://payment-service");

        var claims = claims(token("order-service", request));

        assertThat(claims.getAudience()).containsExactlyInAnyOrder("payment-service", "ecommerce");
        assertThat(claims.getStringClaim("scope")).isEqualTo("payments:settle");
    }

    @ParameterizedTest
    @CsvSource({
        "favourite-service, http://payment-service, invalid_target",
        "order-service, nonsense, invalid_target",
        "order-service, http://product-service http://payment-service, invalid_target",
        "proxy-client, http://product-service, unauthorized_client"
    })
    void refusesATokenForCallsThatTheServiceDoesNotMake(String caller, String resources, String error) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("grant_type", "client_credentials");
        form.addAll("resource", List.of(resources.split(" ")));

        client.post()
                .uri("/oauth2/token")
                .headers(headers -> headers.setBasicAuth(caller, TestSecrets.VALUE))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.error")
                .isEqualTo(error);
    }

    @Test
    void rejectsAServiceWithTheWrongSecret() {
        client.post()
                .uri("/oauth2/token")
                .headers(headers -> headers.setBasicAuth("order-service", "guess"))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form(Map.of("grant_type", "client_credentials")))
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectBody()
                .jsonPath("$.error")
                .isEqualTo("invalid_client");
    }
}
