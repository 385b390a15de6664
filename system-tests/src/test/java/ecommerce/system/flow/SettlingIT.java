package ecommerce.system.flow;

import static ecommerce.system.flow.Purchase.awaitStatus;
import static ecommerce.system.flow.Purchase.checkOut;
import static ecommerce.system.flow.Purchase.putInCart;
import static ecommerce.system.flow.Purchase.stockedProduct;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ecommerce.system.Concurrency;
import ecommerce.system.RunningShop;
import ecommerce.system.Shop;
import ecommerce.system.application.ServiceDefinition;
import ecommerce.system.client.ShopClient;
import ecommerce.system.stack.LocalStack;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that the shop recovers when services are killed and started again. */
@ResourceLock(Concurrency.SERVICES)
@ExtendWith(RunningShop.class)
class SettlingIT {

    /** Other tests use the processors at the same time. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private Shop shop;
    private LocalStack stack;

    @BeforeEach
    void enter(Shop shop, LocalStack stack) {
        this.shop = shop;
        this.stack = stack;
    }

    /** Waits until all services have found each other again, for the next test. */
    @AfterEach
    void settle() {
        stack.awaitReady(PATIENCE, (service, step, since) -> {});
    }

    @Test
    void showsAllServicesInTheRegistry() {
        var registry = new Shop.Client(stack.uri(ServiceDefinition.SERVICE_DISCOVERY), "");
        var page = registry.text("/").content();

        ServiceDefinition.all().stream()
                .forEach(service ->
                        assertThat(page).contains(service.serviceName().toUpperCase()));
    }

    @Test
    void servesConfigurationFromCloudConfig() {
        var config = new ShopClient(stack.uri(ServiceDefinition.CLOUD_CONFIG));
        var credentials = Base64.getEncoder().encodeToString("shop:local-config".getBytes(StandardCharsets.US_ASCII));
        var headers = Map.of("Authorization", "Basic " + credentials);

        assertThat(config.send("GET", "/order-service/local", "", null, headers).content())
                .contains("application.yml", "application-local.yml", "connect-timeout");
    }

    /** Checks that no other service has to be restarted. */
    @ParameterizedTest
    @ValueSource(strings = {"payment-service", "service-discovery", "cloud-config", "user-service"})
    void recoversWhenAServiceIsKilledAndStartedAgain(ServiceDefinition killed) {
        var customer = shop.newCustomer();
        var productId = stockedProduct(shop, 5).get("productId");
        var others = pids(killed);
        putInCart(customer, productId, 1);

        stack.service(killed).kill();
        stack.service(killed).start();
        await().atMost(PATIENCE).until(() -> isReady(killed));

        var order = await().atMost(Duration.ofMinutes(2))
                .ignoreExceptionsMatching(AssertionError.class::isInstance)
                .until(() -> checkOut(customer, "tok_approved"), path -> path != null);
        awaitStatus(customer, order, "CONFIRMED");
        assertThat(pids(killed)).isEqualTo(others);
    }

    @Test
    void confirmsAnOrderThatWasPlacedWhilePaymentServiceWasDown() {
        var customer = shop.newCustomer();
        putInCart(customer, stockedProduct(shop, 5).get("productId"), 1);
        stack.service(ServiceDefinition.PAYMENT_SERVICE).kill();

        var order = checkOut(customer, "tok_approved");
        assertThat(customer.get(order).body()).containsEntry("orderStatus", "PENDING");
        stack.service(ServiceDefinition.PAYMENT_SERVICE).start();

        awaitStatus(customer, order, "CONFIRMED");
    }

    private boolean isReady(ServiceDefinition service) {
        var management = new Shop.Client(stack.managementUri(service), "");
        return management.text("/actuator/health/readiness").is(200);
    }

    private Map<String, Long> pids(ServiceDefinition except) {
        return ServiceDefinition.all().stream()
                .filter(service -> service != except)
                .collect(Collectors.toMap(
                        ServiceDefinition::serviceName,
                        service ->
                                stack.service(service).process().orElseThrow().pid()));
    }
}
