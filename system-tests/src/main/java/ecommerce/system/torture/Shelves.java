package ecommerce.system.torture;

import ecommerce.system.client.Account;
import ecommerce.system.client.Answer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Products of the torture's own, each with 5 to 50 pieces. */
final class Shelves {

    private final Account staff;
    private final Random random;

    Shelves(Account staff, Random random) {
        this.staff = staff;
        this.random = random;
    }

    /** The ids of so many new products. */
    List<Long> fill(int count) {
        var category = require(staff.post("/api/categories", Map.of("categoryTitle", "Torture " + System.nanoTime())));
        return IntStream.range(0, count)
                .mapToObj(number -> require(staff.post("/api/products", product(number, category.number("categoryId"))))
                        .number("productId"))
                .toList();
    }

    private Map<String, Object> product(int number, long categoryId) {
        return Map.of(
                "productTitle", "Thing %d".formatted(number),
                "sku", "T-%d-%d".formatted(System.nanoTime(), number),
                "priceUnit", BigDecimal.valueOf(100 + random.nextInt(20_000), 2),
                "quantity", 5 + random.nextInt(46),
                "category", Map.of("categoryId", categoryId));
    }

    private static Answer require(Answer answer) {
        if (!answer.is(201)) {
            throw new IllegalStateException("The shelves can't be filled: " + answer);
        }
        return answer;
    }
}
