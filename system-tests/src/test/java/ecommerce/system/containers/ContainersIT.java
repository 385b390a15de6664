package ecommerce.system.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ecommerce.system.RunningShop;
import ecommerce.system.Shop;
import ecommerce.system.application.ServiceDefinition;
import ecommerce.system.client.Account;
import ecommerce.system.client.Shelves;
import ecommerce.system.client.ShopClient;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Tests the images and the Compose file. */
@ExtendWith(RunningShop.class)
class ContainersIT {

    private static final long LIMIT = 1L << 30;

    @ParameterizedTest
    @MethodSource("ecommerce.system.application.ServiceDefinition#all")
    void runsUnprivilegedOnAReadOnlyFileSystemWithinItsLimits(ServiceDefinition service, ComposedShop shop) {
        var container = shop.container(service.serviceName());

        assertThat(shop.docker().inspect(container, "{{.Config.User}} {{.HostConfig.ReadonlyRootfs}}"))
                .isEqualTo("10001 true");
        assertThat(shop.docker().inspect(container, "{{.HostConfig.Memory}} {{.HostConfig.NanoCpus}}"))
                .isEqualTo("%d 500000000".formatted(LIMIT));
        assertThat(shop.docker().inspect(container, "{{.RestartCount}}")).isEqualTo("0");
    }

    @ParameterizedTest
    @MethodSource("ecommerce.system.application.ServiceDefinition#all")
    void startsFromTheAotCache(ServiceDefinition service, ComposedShop shop) {
        var mapped = shop.docker()
                .run("docker", "exec", shop.container(service.serviceName()), "grep", "-c", "aot", "/proc/1/maps");

        assertThat(Integer.parseInt(mapped.strip())).isPositive();
    }

    @ParameterizedTest
    @MethodSource("ecommerce.system.application.ServiceDefinition#all")
    void logsEveryLineAsJson(ServiceDefinition service, ComposedShop shop) {
        var lines = shop.docker()
                .run("docker", "logs", shop.container(service.serviceName()))
                .lines()
                .toList();

        assertThat(lines).isNotEmpty();
        assertThat(lines.stream().filter(line -> !line.startsWith("{"))).isEmpty();
        assertThat(lines)
                .allSatisfy(
                        line -> assertThat(JsonMapper.shared().readTree(line).isObject())
                                .isTrue());
    }

    @Test
    void logsEachRequestAtTheGatewayWithItsTrace(ComposedShop shop) {
        new ShopClient(shop.gateway()).send("GET", "/api/categories?size=3", "", null, Map.of());

        await().untilAsserted(() -> assertThat(shop.docker()
                        .run("docker", "logs", shop.container("api-gateway"))
                        .lines())
                .map(line -> JsonMapper.shared().readTree(line))
                .anySatisfy(line -> {
                    assertThat(line.at("/http/request/method").asString()).isEqualTo("GET");
                    assertThat(line.at("/http/route").asString()).isEqualTo("/api/categories/**");
                    assertThat(line.at("/http/response/status_code").asInt()).isEqualTo(200);
                    assertThat(line.path("traceId").asString()).hasSize(32);
                }));
    }

    @Test
    void publishesFourPortsOnlyToThisMachine(ComposedShop shop) {
        var published = shop.containers().stream()
                .map(container -> shop.docker().inspect(container, "{{json .HostConfig.PortBindings}}"))
                .filter(bindings -> bindings.contains("HostPort"))
                .toList();

        assertThat(published)
                .allSatisfy(
                        bindings -> assertThat(bindings).contains("127.0.0.1").doesNotContain("0.0.0.0"));
        assertThat(published.toString()).contains("8080/tcp", "8761/tcp", "9090/tcp");
        assertThat(published).hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void isScrapedByPrometheusCompletely(ComposedShop shop) {
        var prometheus = new Shop.Client(URI.create("http://localhost:" + ComposedShop.PROMETHEUS_PORT), "");

        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(prometheus
                                .text("/api/v1/query?query=count(up%7Bjob%3D%22shop%22%7D%20%3D%3D%201)")
                                .content())
                        .contains("\"%d\"".formatted(ServiceDefinition.all().size())));
    }

    @Test
    void staysUnderItsMemoryLimitAfterLoad(ComposedShop shop) {
        var client = new ShopClient(shop.gateway());
        var staff = new Account(client, "admin", ComposedShop.secret("ADMIN_PASSWORD"));
        var products = new Shelves(staff, new Random()).fill(20, 10_000, 10_001);
        var orders = IntStream.range(0, 8)
                .parallel()
                .mapToLong(customer -> buyAll(Account.register(client), products))
                .sum();

        assertThat(orders).isEqualTo(8L * products.size());
        for (var service : ServiceDefinition.all()) {
            var used = memory(shop, service);
            System.out.printf("%s uses %d MB%n", service.serviceName(), used >> 20);
            assertThat(used).as(service.serviceName()).isLessThan(LIMIT * 9 / 10);
        }
    }

    private static int buyAll(Account customer, Iterable<Long> products) {
        var orders = 0;
        for (var product : products) {
            var cart = customer.post("/api/carts", null).number("cartId");
            customer.post("/api/carts/%d/items".formatted(cart), Map.of("productId", product, "orderedQuantity", 1));
            var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
            var placed = customer.send("POST", "/api/orders", Map.of("paymentToken", "tok_approved"), key);
            orders += placed.is(201) ? 1 : 0;
        }
        return orders;
    }

    /** Returns the resident memory without the page cache, in bytes. */
    private static long memory(ComposedShop shop, ServiceDefinition service) {
        var status = shop.docker()
                .run("docker", "exec", shop.container(service.serviceName()), "grep", "VmRSS", "/proc/1/status");
        return Long.parseLong(status.replaceAll("\\D", "")) * 1024;
    }

    @Test
    void stopsGracefully(ComposedShop shop) {
        var container = shop.container("cloud-config");
        shop.compose("stop", "cloud-config");

        assertThat(shop.docker().inspect(container, "{{.State.ExitCode}}")).isEqualTo("143");
        assertThat(shop.docker().run("docker", "logs", container)).contains("Graceful shutdown complete");

        shop.compose("start", "cloud-config");
        shop.docker().awaitHealthy(List.of(container), Duration.ofMinutes(3));
    }
}
