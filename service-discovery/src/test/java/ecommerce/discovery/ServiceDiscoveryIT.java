package ecommerce.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.matches;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.verify;

import ecommerce.defaults.test.AccessTable;
import ecommerce.defaults.test.PiecewiseRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;
import org.springframework.web.client.RestClient;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.cloud.config.enabled=false",
            "management.server.port=0",
            "eureka.client.register-with-eureka=false",
            "eureka.server.wait-time-in-ms-when-sync-empty=0",
            "eureka.server.use-read-only-response-cache=false",
            "shop.limits.body.slow-after=1s",
            "REGISTRY_PASSWORD=a-password-of-the-tests",
            "CONFIG_PASSWORD=another-password-of-the-tests"
        })
class ServiceDiscoveryIT {

    private static final String INSTANCE = """
            {"instance": {"instanceId": "one", "hostName": "localhost", "app": "SOME-SERVICE", "ipAddr": "127.0.0.1",
             "status": "UP", "port": {"$": 1234, "@enabled": true}, "vipAddress": "some-service",
             "dataCenterInfo": {"@class": "com.netflix.appinfo.InstanceInfo$DefaultDataCenterInfo", "name": "MyOwn"}}}
            """;

    private static final Consumer<HttpHeaders> NOBODY = headers -> {};
    private static final Consumer<HttpHeaders> SERVICE =
            headers -> headers.setBasicAuth("shop", "a-password-of-the-tests");

    @LocalServerPort
    int port;

    @LocalManagementPort
    int managementPort;

    @MockitoSpyBean
    PasswordEncoder encoder;

    /**
     * A hash that is slow to check would cost more than everything else that the registry does. Spring Security checks
     * unknown names with the same encoder.
     */
    @Test
    void checksThePasswordsOfKnownAndUnknownNamesWithADigest() {
        for (var name : List.of("shop", "unknown")) {
            clearInvocations(encoder);
            send(headers -> headers.setBasicAuth(name, "a-guess"), "POST", "/eureka/apps/SOME-SERVICE", INSTANCE);

            verify(encoder).matches(eq("a-guess"), matches("\\{.+}[0-9a-f]{64}"));
        }
    }

    @AfterEach
    void remove() {
        send(SERVICE, "DELETE", "/eureka/apps/SOME-SERVICE/one", "");
    }

    @Test
    void registersAServiceAndShowsItToEverybody() {
        assertThat(send(SERVICE, "POST", "/eureka/apps/SOME-SERVICE", INSTANCE)).startsWith("204");

        assertThat(send(NOBODY, "GET", "/eureka/apps", "")).contains("200", "SOME-SERVICE");
        assertThat(send(NOBODY, "GET", "/eureka/apps/SOME-SERVICE", "")).contains("one");
        assertThat(send(NOBODY, "GET", "/", "")).contains("SOME-SERVICE", "UP");
        assertThat(send(NOBODY, "GET", "/eureka/css/wro.css", "")).startsWith("200");
        assertThat(send(SERVICE, "PUT", "/eureka/apps/SOME-SERVICE/one", "")).startsWith("200");
    }

    @Test
    void limitsBodiesBeforeItAsksForCredentials() throws IOException {
        try (var large = new PiecewiseRequest(port, "/eureka/apps/SOME-SERVICE", "Content-Length: 70000");
                var slow = new PiecewiseRequest(port, "/eureka/apps/SOME-SERVICE", "Content-Length: 60000")) {
            assertThat(large.answer(12)).isEqualTo("HTTP/1.1 413");
            await().atMost(Duration.ofSeconds(20))
                    .pollInterval(Duration.ofMillis(50))
                    .until(slow::isClosed);
        }
    }

    @ParameterizedTest
    @CsvSource({"shop, ''", "shop, another-password-of-the-tests", "admin, a-password-of-the-tests"})
    void refusesARogueInstance(String username, String password) {
        Consumer<HttpHeaders> rogue = headers -> headers.setBasicAuth(username, password);

        assertThat(send(NOBODY, "POST", "/eureka/apps/SOME-SERVICE", INSTANCE)).startsWith("401");
        assertThat(send(rogue, "POST", "/eureka/apps/SOME-SERVICE", INSTANCE)).startsWith("401");

        assertThat(send(SERVICE, "GET", "/eureka/apps/SOME-SERVICE", "")).startsWith("404");
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /eureka/apps/SOME-SERVICE/one",
        "PUT, /eureka/apps/SOME-SERVICE/one/status?value=OUT_OF_SERVICE",
        "PUT, /eureka/apps/SOME-SERVICE/one/metadata?management.port=1",
        "DELETE, /eureka/apps/SOME-SERVICE/one",
        "DELETE, /eureka/apps/SOME-SERVICE/one/status",
        "POST, /eureka/peerreplication/batch",
        "PUT, /eureka/asg/some?value=DISABLED",
        "GET, /eureka/instances/one",
        "GET, /lastn",
        "GET, /actuator/health"
    })
    void refusesToChangeOrToTellMoreWithoutCredentials(String method, String path) {
        send(SERVICE, "POST", "/eureka/apps/SOME-SERVICE", INSTANCE);
        var before = send(NOBODY, "GET", "/eureka/apps/SOME-SERVICE", "");

        assertThat(send(NOBODY, method, path, "")).startsWith("401");

        assertThat(send(NOBODY, "GET", "/eureka/apps/SOME-SERVICE", ""))
                .contains("\"status\":\"UP\"")
                .isEqualTo(before);
    }

    @Test
    void documentsEachEndpoint(@Autowired ApplicationContext context) {
        AccessTable.requireComplete(context, EurekaEndpoints.of(context));
    }

    @Test
    void showsDetailsOfItsHealthOnlyToServices() {
        assertThat(health(NOBODY)).startsWith("200").contains("UP").doesNotContain("components");
        assertThat(health(SERVICE)).startsWith("200").contains("components");
    }

    private String health(Consumer<HttpHeaders> caller) {
        return exchange(managementPort, caller, "GET", "/actuator/health", "");
    }

    private String send(Consumer<HttpHeaders> caller, String method, String path, String body) {
        return exchange(port, caller, method, path, body);
    }

    /** Returns the status and the body. */
    private static String exchange(int port, Consumer<HttpHeaders> caller, String method, String path, String body) {
        return RestClient.create("http://localhost:" + port)
                .method(HttpMethod.valueOf(method))
                .uri(path)
                .headers(caller)
                .accept(MediaType.APPLICATION_JSON, MediaType.ALL)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange((request, response) ->
                        "%d %s".formatted(response.getStatusCode().value(), response.bodyTo(String.class)));
    }
}
