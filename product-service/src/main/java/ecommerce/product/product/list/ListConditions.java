package ecommerce.product.product.list;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The conditions of a list, as SQL on the aliases {@code p} of product and {@code s} of stock.
 *
 * @param categories the ids of the categories, none of which means all
 * @param condition all other conditions
 * @param needsStock whether a condition reads the stock
 * @param parameters the named parameters of the conditions
 */
record ListConditions(List<Long> categories, String condition, boolean needsStock, Map<String, Object> parameters) {

    /**
     * The largest number of categories whose lists are merged. Planning takes the longer the more there are. A category
     * with more categories below it usually has a large part of all products, which the index of all products finds soon.
     */
    private static final int MERGED = 64;

    private static final String SOME_CATEGORIES = "p.category_id = ANY (:categoryIds) AND ";

    /** Returns the rows of the list, from {@code FROM} on. */
    String rows() {
        return rows(categories.isEmpty() ? "" : SOME_CATEGORIES, needsStock);
    }

    /**
     * Returns a query for the ids and keys of the list. The products of a category are read from its index. If there are
     * several categories, PostgreSQL merges their sorted products. The order by sellable pieces has one index for all
     * categories.
     *
     * @param more a further condition, or an empty text
     */
    String keys(ListOrder order, String more) {
        var columns = "SELECT p.product_id, " + order.columns();
        var stock = needsStock || order.needsStock();
        if (categories.size() < 2 || categories.size() > MERGED || order.needsStock()) {
            return columns + rows(categories.isEmpty() ? "" : SOME_CATEGORIES, stock) + more;
        }
        return IntStream.range(0, categories.size())
                .mapToObj(n -> columns + rows("p.category_id = :category%d AND ".formatted(n), stock) + more)
                .map(query -> "(%s ORDER BY %s)".formatted(query, order.orderBy()))
                .collect(Collectors.joining(" UNION ALL "));
    }

    private String rows(String category, boolean stock) {
        return " FROM product p %s WHERE %s%s"
                .formatted(stock ? "JOIN stock s USING (product_id)" : "", category, condition);
    }
}
