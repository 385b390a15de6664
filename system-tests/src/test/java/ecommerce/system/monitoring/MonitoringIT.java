package ecommerce.system.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ecommerce.system.RunningShop;
import ecommerce.system.Shop;
import ecommerce.system.application.ServiceDefinition;
import ecommerce.system.client.Account;
import ecommerce.system.client.Shelves;
import ecommerce.system.client.ShopClient;
import ecommerce.system.stack.LocalStack;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the expressions of all dashboards and rules in a real Prometheus that scrapes the running shop under load. Needs
 * the program {@code prometheus}, which is in the Debian package of the same name.
 */
@ExtendWith(RunningShop.class)
class MonitoringIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final AtomicBoolean goesOn = new AtomicBoolean(true);
    private Prometheus prometheus;

    @BeforeEach
    void start(LocalStack stack, @TempDir Path folder) {
        var program = Prometheus.program();
        assumeTrue(program.isPresent(), "no prometheus on the path");
        prometheus = Prometheus.start(program.get(), stack.uri(ServiceDefinition.SERVICE_DISCOVERY), folder);
    }

    @AfterEach
    void stop() {
        if (prometheus != null) {
            prometheus.close();
        }
    }

    @Test
    void scrapesAllServicesAndReturnsSamplesForEveryExpression(Shop shop) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var traffic = threads.submit(() -> shopping(new ShopClient(shop.gateway())));
            try {
                await().atMost(PATIENCE)
                        .ignoreExceptions()
                        .untilAsserted(() -> assertThat(prometheus
                                        .query("count(up{job=\"shop\"} == 1)")
                                        .toString())
                                .contains("\"%d\""
                                        .formatted(ServiceDefinition.all().size())));
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(unanswered()).isEmpty());
            } finally {
                goesOn.set(false);
            }
            assertThat(traffic).succeedsWithin(PATIENCE);
        }
    }

    private List<Expressions.Shipped> unanswered() {
        var ofRules = prometheus.rules().flatMap(Expressions::of);
        return Stream.concat(Expressions.ofDashboards().stream(), ofRules)
                .filter(shipped -> prometheus.query(shipped.expression()).isEmpty())
                .toList();
    }

    @Test
    void evaluatesEveryRule() {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(prometheus.rules())
                        .hasSizeGreaterThan(15)
                        .allSatisfy(rule ->
                                assertThat(rule.path("health").asString()).isEqualTo("ok")));
    }

    /** Buys products until they are sold out, with approved and declined payments. */
    private void shopping(ShopClient client) {
        var products = new Shelves(new Account(client, "admin", "admin-password"), new Random()).fill(2, 3, 3);
        var customer = Account.register(client);
        for (var round = 0; goesOn.get(); round++) {
            var cart = customer.post("/api/carts", null).number("cartId");
            var item = Map.of("productId", products.get(round % 2), "orderedQuantity", 1);
            customer.post("/api/carts/%d/items".formatted(cart), item);
            var payment = Map.of("paymentToken", round % 3 == 0 ? "tok_declined" : "tok_approved");
            customer.send(
                    "POST",
                    "/api/orders",
                    payment,
                    Map.of("Idempotency-Key", UUID.randomUUID().toString()));
            customer.get("/api/orders");
            Account.pause(200, 400);
        }
    }
}
