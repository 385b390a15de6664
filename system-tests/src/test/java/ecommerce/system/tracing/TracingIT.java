package ecommerce.system.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ecommerce.system.RunningShop;
import ecommerce.system.Shop;
import ecommerce.system.application.ServiceDefinition;
import ecommerce.system.client.Account;
import ecommerce.system.client.Shelves;
import ecommerce.system.client.ShopClient;
import ecommerce.system.stack.LocalStack;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests traces from the gateway to the last step of a checkout, including the steps of scheduled tasks. */
@ExtendWith(RunningShop.class)
class TracingIT {

    private final String traceId = UUID.randomUUID().toString().replace("-", "");
    private final Map<String, String> traced = Map.of("traceparent", "00-%s-00f067aa0ba902b7-01".formatted(traceId));
    private final TraceCollector collector = new TraceCollector();

    @AfterEach
    void stop() {
        collector.close();
    }

    @Test
    void tracesACheckoutWithItsOrderId(Shop shop, LocalStack stack) throws IOException {
        var orderId = checkOut(new ShopClient(shop.gateway()));

        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            var spans = collector.ofTrace(traceId);
            assertThat(spans)
                    .extracting(TraceCollector.Span::service)
                    .contains("api-gateway", "order-service", "product-service", "payment-service", "shipping-service");
            assertThat(spans).extracting(TraceCollector.Span::name).contains("task fulfilment");
            assertThat(spans)
                    .filteredOn(span -> span.name().equals("task fulfilment"))
                    .anySatisfy(span -> assertThat(span.attributes()).containsEntry("task.instance", orderId + ":0"));
        });
        var log =
                Files.readString(stack.service(ServiceDefinition.ORDER_SERVICE).log());
        assertThat(log.lines().filter(line -> line.contains("Order %d is CONFIRMED".formatted(orderId))))
                .singleElement()
                .asString()
                .contains(traceId);
    }

    @Test
    void returnsTheTraceIdInEveryProblem(Shop shop) {
        var client = new ShopClient(shop.gateway());

        for (var path : new String[] {"/api/products/999999999", "/api/orders/1", "/nothing"}) {
            assertThat(client.send("GET", path, "", null, traced).text("traceId"))
                    .as(path)
                    .isEqualTo(traceId);
        }
    }

    private long checkOut(ShopClient client) {
        var product = new Shelves(new Account(client, "admin", "admin-password"), new Random())
                .fill(1, 5, 5)
                .getFirst();
        var customer = Account.register(client);
        var cart = customer.post("/api/carts", null).number("cartId");
        customer.post("/api/carts/%d/items".formatted(cart), Map.of("productId", product, "orderedQuantity", 1));
        var headers = Map.of("traceparent", traced.get("traceparent"), "Idempotency-Key", traceId);
        var placed = customer.send("POST", "/api/orders", Map.of("paymentToken", "tok_approved"), headers);
        assertThat(placed.status()).as("%s", placed).isEqualTo(201);
        return placed.number("orderId");
    }
}
