package ecommerce.product.product.list;

import static ecommerce.defaults.test.TestRequests.body;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
import ecommerce.product.ProductServiceTest;
import ecommerce.product.TestCatalogue;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Changes products, and reads the lists that PostgreSQL reads from the stock. */
@ProductServiceTest
class StockListIT {

    private static final String BY_STOCK = "&sort=quantity,desc";
    private static final String SOLD_OUT = "&inStock=false";

    @Autowired
    RestTestClient client;

    TestRequests staff;
    long category;
    long other;
    long sold;
    long few;
    long many;

    @BeforeEach
    void createProducts() {
        staff = TestRequests.as(client, TestTokens.admin());
        var catalogue = new TestCatalogue(client);
        category = catalogue.category(TestCatalogue.unique("Stocked "));
        other = catalogue.category(TestCatalogue.unique("Other "));
        sold = catalogue.product(category, "C", "3.00", 0);
        few = catalogue.product(category, "B", "2.00", 2);
        many = catalogue.product(category, "A", "1.00", 9);
    }

    @Test
    void listsByStock() {
        assertThat(ids(category, BY_STOCK)).containsExactly(many, few, sold);
        assertThat(ids(category, "&sort=quantity&inStock=true")).containsExactly(few, many);
        assertThat(ids(category, "&sort=productTitle&inStock=true")).containsExactly(many, few);
        assertThat(ids(category, SOLD_OUT)).containsExactly(sold);
        assertThat(ids(category, SOLD_OUT + "&sort=priceUnit")).containsExactly(sold);
        assertThat(ids(category, BY_STOCK + "&minPrice=2")).containsExactly(few, sold);
        assertThat(ids(category, "&sort=priceUnit&sort=quantity&maxPrice=2")).containsExactly(many, few);
    }

    @ParameterizedTest
    @ValueSource(strings = {BY_STOCK, SOLD_OUT})
    void followsAProductIntoItsCategory(String list) {
        patch(Map.of("category", Map.of("categoryId", other)));

        assertThat(ids(other, list)).containsExactly(sold);
        assertThat(ids(category, list)).doesNotContain(sold);
    }

    @ParameterizedTest
    @ValueSource(strings = {BY_STOCK, SOLD_OUT})
    void leavesOutHiddenProducts(String list) {
        patch(Map.of("hidden", true));
        assertThat(ids(category, list)).doesNotContain(sold);
        assertThat(ids(category, list + "&hidden=true")).containsExactly(sold);

        patch(Map.of("hidden", false));
        assertThat(ids(category, list)).contains(sold);
    }

    @ParameterizedTest
    @ValueSource(strings = {BY_STOCK, SOLD_OUT})
    void leavesOutDeletedProducts(String list) {
        staff.delete("/api/products/" + sold).expectStatus().isNoContent();

        assertThat(ids(category, list)).doesNotContain(sold);
        assertThat(ids(category, list + "&hidden=true")).isEmpty();
    }

    private void patch(Map<String, Object> change) {
        staff.patch("/api/products/" + sold, change).expectStatus().isOk();
    }

    /** Returns the ids of the list, whose total must be their number. */
    @SuppressWarnings("unchecked") // JSON
    private List<Long> ids(long categoryId, String list) {
        var body = body(staff.get("/api/products?categoryId=" + categoryId + list));
        var ids = ((List<Map<String, Object>>) Objects.requireNonNull(body.get("collection")))
                .stream()
                        .map(product -> ((Number) Objects.requireNonNull(product.get("productId"))).longValue())
                        .toList();
        assertThat((Map<String, Object>) body.get("page")).containsEntry("totalElements", ids.size());
        return ids;
    }
}
