package ecommerce.favourite;

import ecommerce.defaults.test.ServiceTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Tests the actuator on its own port, which services use and other tests don't. */
@ServiceTest
@TestPropertySource(properties = "management.server.port=0")
class ManagementPortIT {

    @LocalManagementPort
    private int port;

    @Test
    void answersThatTheServiceIsReady() {
        RestTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .build()
                .get()
                .uri("/actuator/health/readiness")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("UP");
    }
}
