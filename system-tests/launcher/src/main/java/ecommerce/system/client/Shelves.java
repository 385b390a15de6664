package ecommerce.system.client;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Creates products for a test. */
public final class Shelves {

    private final Account staff;
    private final Random random;

    public Shelves(Account staff, Random random) {
        this.staff = staff;
        this.random = random;
    }

    /** Creates products, each with a random number of pieces between the two limits. Returns their ids. */
    public List<Long> fill(int count, int fewest, int most) {
        var category = require(staff.post("/api/categories", Map.of("categoryTitle", "Shelf " + System.nanoTime())));
        return IntStream.range(0, count)
                .mapToObj(number -> require(staff.post(
                                "/api/products",
                                product(number, category.number("categoryId"), random.nextInt(fewest, most + 1))))
                        .number("productId"))
                .toList();
    }

    private Map<String, Object> product(int number, long categoryId, int quantity) {
        return Map.of(
                "productTitle", "Thing %d".formatted(number),
                "sku", "T-%d-%d".formatted(System.nanoTime(), number),
                "priceUnit", BigDecimal.valueOf(100 + random.nextInt(20_000), 2),
                "quantity", quantity,
                "category", Map.of("categoryId", categoryId));
    }

    private static Answer require(Answer answer) {
        if (!answer.is(201)) {
            throw new IllegalStateException("A category or product can't be created: " + answer);
        }
        return answer;
    }
}
