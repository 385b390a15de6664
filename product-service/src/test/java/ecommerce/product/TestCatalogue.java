package ecommerce.product;

import static ecommerce.defaults.test.TestRequests.body;
import static ecommerce.defaults.test.TestRequests.number;

import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Creates categories and products with unique names through the API. */
public final class TestCatalogue {

    private static final AtomicLong NUMBER = new AtomicLong(System.nanoTime());

    private final TestRequests staff;

    public TestCatalogue(RestTestClient client) {
        staff = TestRequests.as(client, TestTokens.admin());
    }

    public static String unique(String prefix) {
        return prefix + Long.toString(NUMBER.incrementAndGet(), 36);
    }

    public long category(String title) {
        return number(body(staff.post("/api/categories", Map.of("categoryTitle", title))), "categoryId");
    }

    public long categoryBelow(long parentId, String title) {
        var request = Map.of("categoryTitle", title, "parentCategory", Map.of("categoryId", parentId));
        return number(body(staff.post("/api/categories", request)), "categoryId");
    }

    public long product(long categoryId, String title, String price, int quantity) {
        return number(body(staff.post("/api/products", request(categoryId, title, price, quantity))), "productId");
    }

    public long product(long categoryId, String title, String price, int quantity, String sku) {
        var request = new HashMap<>(request(categoryId, title, price, quantity));
        request.put("sku", sku);
        return number(body(staff.post("/api/products", request)), "productId");
    }

    /** Creates a product in a new category. */
    public long product(int quantity) {
        return product(category(unique("Category ")), unique("Product "), "9.99", quantity);
    }

    public static Map<String, Object> request(long categoryId, String title, String price, int quantity) {
        return Map.of(
                "productTitle",
                title,
                "sku",
                unique("SKU-"),
                "priceUnit",
                price,
                "quantity",
                quantity,
                "imageUrl",
                "/app/images/categories/audio.svg",
                "category",
                Map.of("categoryId", categoryId));
    }
}
