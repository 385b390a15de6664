package ecommerce.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.cloud.config.enabled=false",
            "management.server.port=-1",
            "eureka.client.register-with-eureka=false",
            "eureka.server.wait-time-in-ms-when-sync-empty=0"
        })
class ServiceDiscoveryIT {

    private static final String INSTANCE = """
            {"instance": {"instanceId": "one", "hostName": "localhost", "app": "SOME-SERVICE", "ipAddr": "127.0.0.1",
             "status": "UP", "port": {"$": 1234, "@enabled": true}, "vipAddress": "some-service",
             "dataCenterInfo": {"@class": "com.netflix.appinfo.InstanceInfo$DefaultDataCenterInfo", "name": "MyOwn"}}}
            """;

    @LocalServerPort
    int port;

    @Test
    void registersAServiceAndShowsItOnTheDashboard() {
        var registry = RestClient.create("http://localhost:" + port);

        registry.post()
                .uri("/eureka/apps/SOME-SERVICE")
                .contentType(MediaType.APPLICATION_JSON)
                .body(INSTANCE)
                .retrieve()
                .toBodilessEntity();

        assertThat(registry.get().uri("/eureka/apps/SOME-SERVICE").retrieve().body(String.class))
                .contains("one");
        assertThat(registry.get().uri("/").retrieve().body(String.class)).contains("SOME-SERVICE");
    }
}
