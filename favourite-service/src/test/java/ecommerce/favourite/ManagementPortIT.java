package ecommerce.favourite;

import ecommerce.defaults.test.ServiceTest;
import ecommerce.defaults.test.TestTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.http.HttpHeaders;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.BodyContentSpec;

/** Tests the actuator on its own port, which services use and other tests don't. */
@ServiceTest
@TestPropertySource(properties = "management.server.port=0")
class ManagementPortIT {

    @LocalManagementPort
    private int port;

    @Test
    void answersThatTheServiceIsReady() {
        health("/readiness", null).jsonPath("$.status").isEqualTo("UP");
    }

    @Test
    void showsDetailsOfItsHealthOnlyToStaff() {
        health("", null)
                .jsonPath("$.status")
                .isEqualTo("UP")
                .jsonPath("$.components")
                .doesNotExist();
        health("", TestTokens.user(1)).jsonPath("$.components").doesNotExist();
        health("", TestTokens.admin()).jsonPath("$.components.db.status").isEqualTo("UP");
    }

    private BodyContentSpec health(String group, @Nullable String token) {
        return RestTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .build()
                .get()
                .uri("/actuator/health" + group)
                .headers(headers -> {
                    if (token != null) {
                        headers.set(HttpHeaders.AUTHORIZATION, token);
                    }
                })
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
    }
}
