package ecommerce.defaults.serviceclient;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.unauthorized;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.client.endpoint.RestClientClientCredentialsTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.web.client.RestClient;

class ServiceTokenConfigurerTests {

    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.wireMockConfig().dynamicPort());
    private ServiceTokenConfigurer tokens;

    @BeforeEach
    void startServices() {
        server.start();
        for (var callee : new String[] {"product-service", "payment-service"}) {
            server.stubFor(post("/oauth2/token")
                    .withRequestBody(containing("resource=http%3A%2F%2F" + callee))
                    .willReturn(okJson("{\"access_token\":\"for-%s\",\"token_type\":\"Bearer\",\"expires_in\":900}"
                            .formatted(callee))));
        }
        server.stubFor(get(anyUrl()).willReturn(ok()));
        tokens = new ServiceTokenConfigurer(
                ClientRegistration.withRegistrationId("service")
                        .clientId("order-service")
                        .clientSecret("secret")
                        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                        .tokenUri(server.baseUrl() + "/oauth2/token")
                        .build(),
                new RestClientClientCredentialsTokenResponseClient());
    }

    @AfterEach
    void stopServices() {
        server.stop();
    }

    @Test
    void sendsEachServiceATokenOfItsOwnAndFetchesItOnce() {
        var products = callsTo("product-service");
        var payments = callsTo("payment-service");

        call(products, "/products");
        call(products, "/products");
        call(payments, "/payments");

        server.verify(
                2,
                getRequestedFor(urlEqualTo("/products"))
                        .withHeader("Authorization", equalTo("Bearer for-product-service")));
        server.verify(
                1,
                getRequestedFor(urlEqualTo("/payments"))
                        .withHeader("Authorization", equalTo("Bearer for-payment-service")));
        server.verify(2, postRequestedFor(urlEqualTo("/oauth2/token")));
    }

    @Test
    void fetchesAnotherTokenAfterARefusal() {
        var products = callsTo("product-service");
        server.stubFor(get("/refused").willReturn(unauthorized()));

        call(products, "/refused");
        call(products, "/products");

        server.verify(2, postRequestedFor(urlEqualTo("/oauth2/token")));
    }

    private RestClient callsTo(String callee) {
        return RestClient.builder()
                .baseUrl(server.baseUrl())
                .requestInterceptor(tokens.tokensFor(callee))
                .build();
    }

    private static void call(RestClient client, String path) {
        client.get().uri(path).exchange((request, response) -> response.getStatusCode());
    }
}
