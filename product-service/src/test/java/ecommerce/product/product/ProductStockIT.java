package ecommerce.product.product;

import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
import ecommerce.product.ProductServiceTest;
import ecommerce.product.TestCatalogue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Tests changes of a product by staff who have loaded it before orders reserved pieces. */
@ProductServiceTest
class ProductStockIT {

    @Autowired
    RestTestClient client;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    TestRequests staff;
    Map<String, Object> form;
    long product;
    String path;

    @BeforeEach
    void createAProduct() {
        staff = TestRequests.as(client, TestTokens.admin());
        var catalogue = new TestCatalogue(client);
        form = new HashMap<>(TestCatalogue.request(catalogue.category(TestCatalogue.unique("C ")), "Lamp", "1.00", 10));
        product = TestRequests.number(TestRequests.body(staff.post("/api/products", form)), "productId");
        path = "/api/products/" + product;
        form.put("productTitle", "Lamp, better words");
    }

    @Test
    void refusesAnOutdatedVersionAfterASale() {
        var seen = eTag();
        reserve(4);

        staff.with("If-Match", seen).put(path, form).expectStatus().isEqualTo(412);
        staff.with("If-Match", seen)
                .patch(path, Map.of("quantity", 10))
                .expectStatus()
                .isEqualTo(412);
        staff.with("If-Match", seen).delete(path).expectStatus().isEqualTo(412);
        expect(6, "Lamp");
    }

    @Test
    void requiresAConditionForAnotherQuantity() {
        reserve(4);

        staff.put(path, form).expectStatus().isEqualTo(428);
        staff.patch(path, Map.of("quantity", 10)).expectStatus().isEqualTo(428);
        staff.with("If-Match", "*")
                .patch(path, Map.of("quantity", 10))
                .expectStatus()
                .isEqualTo(428);
        expect(6, "Lamp");
    }

    @Test
    void acceptsAQuantityWithTheCurrentTag() {
        reserve(4);

        staff.with("If-Match", eTag()).put(path, form).expectStatus().isOk();
        expect(10, "Lamp, better words");
    }

    @Test
    void keepsTheStockWithoutAQuantityOrWithTheCurrentOne() {
        reserve(4);

        staff.patch(path, Map.of("productTitle", "Lamp, better words"))
                .expectStatus()
                .isOk();
        expect(6, "Lamp, better words");
        form.put("quantity", 6);
        staff.put(path, form).expectStatus().isOk();
        form.remove("quantity");
        staff.put(path, form).expectStatus().isOk();
        expect(6, "Lamp, better words");
        staff.post("/api/products", form)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("quantity");
    }

    /** PostgreSQL chooses the transaction that it aborts. The change must succeed either way. */
    @Test
    void retriesAChangeAfterADeadlock() {
        String title;
        do {
            title = TestCatalogue.unique("Lamp ");
        } while (!abortsTheChange(title));
        expect(10, title);
    }

    /**
     * Provokes a deadlock between the service's change of the title and a transaction of the test. Returns whether
     * PostgreSQL aborted that of the service, which the service must have repeated.
     */
    private boolean abortsTheChange(String title) {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var change = new CompletableFuture<Integer>();
            var aborted = lockAfter(() ->
                    executor.submit(() -> change.complete(staff.patch(path, Map.of("productTitle", title))
                            .returnResult(String.class)
                            .getStatus()
                            .value())));
            assertThat(change.join()).isEqualTo(200);
            return aborted;
        }
    }

    /** Locks the product, starts the change, and locks the stock as soon as the change has locked it and waits. */
    private boolean lockAfter(Runnable change) {
        try {
            transaction.executeWithoutResult(status -> {
                jdbc.sql("UPDATE product SET version = version + 1 WHERE product_id = ?")
                        .param(product)
                        .update();
                change.run();
                Awaitility.await().pollInSameThread().until(this::aSessionWaitsForThisOne);
                assertThat(stock("FOR UPDATE SKIP LOCKED")).isEmpty();
                assertThat(stock("FOR UPDATE")).isNotEmpty();
            });
            return true;
        } catch (PessimisticLockingFailureException abortedThisOne) {
            return false;
        }
    }

    private boolean aSessionWaitsForThisOne() {
        return jdbc.sql("""
                        SELECT EXISTS (
                            SELECT FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY (pg_blocking_pids(pid)))""").query(Boolean.class).single();
    }

    private List<?> stock(String lock) {
        return jdbc.sql("SELECT 1 FROM stock WHERE product_id = ? " + lock)
                .param(product)
                .query()
                .singleColumn();
    }

    private void reserve(int quantity) {
        var items = List.of(Map.of("productId", product, "quantity", quantity));
        TestRequests.as(client, TestTokens.service("order-service"))
                .put("/internal/reservations/" + System.nanoTime(), Map.of("items", items))
                .expectStatus()
                .isOk();
    }

    private String eTag() {
        return Objects.requireNonNull(
                staff.get(path).returnResult(String.class).getResponseHeaders().getETag());
    }

    private void expect(int quantity, String title) {
        staff.get(path)
                .expectBody()
                .jsonPath("$.quantity")
                .isEqualTo(quantity)
                .jsonPath("$.productTitle")
                .isEqualTo(title);
    }
}
