package ecommerce.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.web.client.RestClient;

/** Tests the setting with which instances of the version before, which don't sign in, stay registered. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "ACCEPT_ANONYMOUS_CLIENTS=true",
            "spring.cloud.config.enabled=false",
            "management.server.port=-1",
            "eureka.client.register-with-eureka=false",
            "REGISTRY_PASSWORD=a-password-of-the-tests",
            "CONFIG_PASSWORD=another-password-of-the-tests"
        })
class VersionBeforeIT {

    @LocalServerPort
    int port;

    @Test
    void letsInstancesWithoutCredentialsRenewAndNothingElse() {
        // The registry doesn't know the instance, so it asks to register again.
        assertThat(put("/eureka/apps/SOME-SERVICE/one")).isEqualTo(404);
        assertThat(put("/eureka/asg/some?value=DISABLED")).isEqualTo(401);
    }

    private int put(String path) {
        return RestClient.create("http://localhost:" + port)
                .method(HttpMethod.PUT)
                .uri(path)
                .exchange((request, response) -> response.getStatusCode().value());
    }
}
