package ecommerce.system.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import ecommerce.system.application.Instance;
import ecommerce.system.application.ServiceDefinition;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HealthTests {

    @Test
    void findsARegisteredService() {
        var registry = registry(instance("ORDER-SERVICE", 8083, "UP"));

        assertThat(isRegistered(ServiceDefinition.ORDER_SERVICE, registry)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DOWN", "STARTING", "OUT_OF_SERVICE", "UNKNOWN"})
    void ignoresARegisteredServiceThatIsNotUp(String status) {
        var registry = registry(instance("ORDER-SERVICE", 8083, status));

        assertThat(isRegistered(ServiceDefinition.ORDER_SERVICE, registry)).isFalse();
    }

    @Test
    void distinguishesServices() {
        var registry = registry(
                instance("USER-SERVICE", 8081, "UP"),
                instance("ORDER-SERVICE", 8083, "DOWN"),
                instance("PRODUCT-SERVICE", 8082, "UP"));

        assertThat(isRegistered(ServiceDefinition.USER_SERVICE, registry)).isTrue();
        assertThat(isRegistered(ServiceDefinition.ORDER_SERVICE, registry)).isFalse();
        assertThat(isRegistered(ServiceDefinition.PRODUCT_SERVICE, registry)).isTrue();
        assertThat(isRegistered(ServiceDefinition.PAYMENT_SERVICE, registry)).isFalse();
    }

    @Test
    void distinguishesInstancesOfAService() {
        var registry = registry(instance("ORDER-SERVICE", 8083, "DOWN"), instance("ORDER-SERVICE", 8183, "UP"));

        assertThat(isRegistered(ServiceDefinition.ORDER_SERVICE, registry)).isFalse();
        assertThat(new Health(0).isRegistered(new Instance(ServiceDefinition.ORDER_SERVICE, 2), registry))
                .isTrue();
    }

    @Test
    void findsNoServiceInAnEmptyRegistryOrWithoutOne() {
        assertThat(isRegistered(ServiceDefinition.ORDER_SERVICE, registry())).isFalse();
        assertThat(isRegistered(ServiceDefinition.ORDER_SERVICE, "")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"200, UP, true", "503, OUT_OF_SERVICE, false", "503, DOWN, false"})
    void treatsAServiceAsReadyIfItsReadinessIsUp(int code, String status, boolean ready) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/actuator/health/readiness", exchange -> {
            var body = "{\"status\":\"%s\"}".formatted(status).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(code, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            var offset = server.getAddress().getPort() - ServiceDefinition.ORDER_SERVICE.managementPort(0);
            assertThat(new Health(offset).isReady(Instance.first(ServiceDefinition.ORDER_SERVICE)))
                    .isEqualTo(ready);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void treatsAShopThatDoesNotRespondAsNotReady() {
        var health = new Health(40_000);

        assertThat(health.isReady(Instance.first(ServiceDefinition.ORDER_SERVICE)))
                .isFalse();
        assertThat(health.registry()).isEmpty();
        assertThat(health.isSettled()).isFalse();
    }

    private static boolean isRegistered(ServiceDefinition service, String registry) {
        return new Health(0).isRegistered(Instance.first(service), registry);
    }

    /** Returns the registry as Eureka does, but with one instance per application. */
    private static String registry(String... instances) {
        var applications = List.of(instances).stream().map("""
                        {"name":"ANY","instance":[%s]}"""::formatted).toList();
        return """
                {"applications":{"versions__delta":"1","apps__hashcode":"UP_2_","application":[%s]}}""".formatted(String.join(",", applications));
    }

    private static String instance(String app, int port, String status) {
        return """
                {"instanceId":"laptop:%2$d","hostName":"localhost","app":"%1$s","ipAddr":"192.168.0.7","status":"%3$s",\
                "overriddenStatus":"UNKNOWN","port":{"$":%2$d,"@enabled":"true"},\
                "securePort":{"$":443,"@enabled":"false"},"countryId":1,\
                "dataCenterInfo":{"@class":"com.netflix.appinfo.InstanceInfo$DefaultDataCenterInfo","name":"MyOwn"},\
                "leaseInfo":{"renewalIntervalInSecs":5,"durationInSecs":15,"evictionTimestamp":0},\
                "metadata":{"management.port":"9083"},"homePageUrl":"http://localhost:%2$d/",\
                "statusPageUrl":"http://localhost:9083/actuator/info","vipAddress":"order-service",\
                "isCoordinatingDiscoveryServer":"false","lastUpdatedTimestamp":"1764000000000","actionType":"ADDED"}""".formatted(app, port, status);
    }
}
