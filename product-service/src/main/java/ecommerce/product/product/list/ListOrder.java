package ecommerce.product.product.list;

import ecommerce.defaults.web.SortFields;
import ecommerce.product.product.ProductResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort.Direction;

/**
 * The order of a list. Its last key is the product's id, so no two products are equal. Unless the client names the id,
 * it has the direction of the key before it, so that an index of both can be read in one direction.
 */
record ListOrder(List<By> keys) {

    private static final SortFields FIELDS = new SortFields(ListKey.PRODUCT_ID.name(), ListKey.byField());

    /** A key and its direction. */
    record By(ListKey key, Direction direction) {

        @Override
        public String toString() {
            return key + " " + direction;
        }
    }

    /** Throws 400 if the request names an unknown field. */
    static ListOrder of(Pageable pageable) {
        var keys = new LinkedHashMap<ListKey, By>();
        var named = pageable.getSort().stream().count();
        var direction = Direction.ASC;
        for (var order : FIELDS.apply(pageable).getSort()) {
            direction = named-- > 0 ? order.getDirection() : direction;
            var key = ListKey.valueOf(order.getProperty());
            keys.putIfAbsent(key, new By(key, direction));
        }
        return new ListOrder(List.copyOf(keys.values()));
    }

    boolean needsStock() {
        return keys.stream().anyMatch(by -> by.key().needsStock());
    }

    boolean beginsWith(ListKey key) {
        return keys.getFirst().key() == key;
    }

    /** Returns whether there are no other keys. */
    boolean needsOnly(ListKey... some) {
        return keys.stream().map(By::key).allMatch(List.of(some)::contains);
    }

    /** Returns the keys as columns of a statement. */
    String columns() {
        return keys.stream()
                .map(by -> by.key().expression() + " AS " + by.key().column())
                .collect(Collectors.joining(", "));
    }

    /** Sorts by these columns. */
    String orderBy() {
        return keys.stream().map(by -> by.key().column() + " " + by.direction()).collect(Collectors.joining(", "));
    }

    /** Returns a product's position in this order: the value of each key. */
    List<String> positionOf(ProductResponse product) {
        return keys.stream().map(by -> by.key().valueOf(product)).toList();
    }

    /**
     * Selects the products after a position.
     *
     * @param parameters receives the values
     */
    String after(List<String> position, Map<String, Object> parameters) {
        IntStream.range(0, keys.size()).forEach(n -> parameters.put("after" + n, position.get(n)));
        var directions = keys.stream().map(By::direction).distinct().toList();
        return directions.size() == 1
                ? "(%s) %s (%s)".formatted(expressions(keys.size()), comparison(0), values(keys.size()))
                : afterMixed();
    }

    /** Compares key by key. The first condition limits what is read of the index of the first key. */
    private String afterMixed() {
        var first = keys.getFirst().key().expression() + " " + comparison(0) + "= " + value(0);
        return IntStream.range(0, keys.size())
                .mapToObj(this::afterKey)
                .collect(Collectors.joining(" OR ", first + " AND (", ")"));
    }

    /** Selects the products that are equal up to a key and come after the position by it. */
    private String afterKey(int n) {
        var greater = "%s %s %s".formatted(keys.get(n).key().expression(), comparison(n), value(n));
        return n == 0 ? greater : "(%s) = (%s) AND %s".formatted(expressions(n), values(n), greater);
    }

    private String comparison(int n) {
        return keys.get(n).direction().isAscending() ? ">" : "<";
    }

    private String expressions(int count) {
        return keys.stream().limit(count).map(by -> by.key().expression()).collect(Collectors.joining(", "));
    }

    private String values(int count) {
        return IntStream.range(0, count).mapToObj(this::value).collect(Collectors.joining(", "));
    }

    private String value(int n) {
        return keys.get(n).key().parameter("after" + n);
    }
}
