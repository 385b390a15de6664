package ecommerce.product.product.list;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of a list, as SQL on the aliases {@code p} of product and {@code s} of stock. A stock has its product's
 * category and visibility, so that a list by stock reads the stock alone.
 *
 * @param categories the ids of the categories, none of which means all
 * @param hidden whether the list has the hidden products or the visible ones
 * @param ofProduct further conditions for a product
 * @param isSearch whether one of them is that of a search
 * @param inStock whether the products must have sellable pieces or none; null is no condition
 * @param parameters the named parameters of the conditions
 */
record ListConditions(
        List<Long> categories,
        boolean hidden,
        List<String> ofProduct,
        boolean isSearch,
        @Nullable Boolean inStock,
        Map<String, Object> parameters) {

    /**
     * The largest number of categories whose lists are merged. Planning takes the longer the more there are. A category
     * with more categories below it usually has a large part of all products, which the index of all products finds soon.
     */
    private static final int MERGED = 64;

    /**
     * How many products of an index are read to find the first ones of each category. Beyond that, lists of categories are
     * merged.
     */
    private static final int READ_OF_ALL = 20_000;

    /** A product never has fewer than 0 sellable pieces. */
    private static final String SOLD_OUT = "s.on_hand - s.reserved = 0";

    /** The few products that are sold out are looked for, because an index has only those. */
    private static final String NOT_SOLD_OUT =
            "NOT EXISTS (SELECT FROM stock s WHERE s.product_id = p.product_id AND %s)".formatted(SOLD_OUT);

    /** The tables of a list. The alias is that of the table whose index is read. */
    private enum Tables {
        PRODUCT("product p", "p"),
        STOCK("stock s", "s"),
        PRODUCT_FIRST("product p JOIN stock s USING (product_id)", "p"),
        STOCK_FIRST("product p JOIN stock s USING (product_id)", "s");

        private final String from;
        private final String alias;

        Tables(String from, String alias) {
            this.from = from;
            this.alias = alias;
        }

        String category() {
            return alias.equals("s") ? "s.product_category_id" : "p.category_id";
        }
    }

    /** Returns the rows of the list, from {@code FROM} on. If it has conditions for a product, {@code p} is one. */
    String rows() {
        var tables = inStock != null && ofProduct.isEmpty() ? Tables.STOCK : byProduct(false);
        return rows(tables, someCategories(tables));
    }

    /**
     * Returns a query for the ids and keys of the list. The products of a category are read from its index. For the first
     * pages of several categories, the first products of each are sorted. For a page far from the beginning, PostgreSQL
     * merges the sorted products of all categories, which takes long to plan and reads fewer products. A search in
     * several categories is one query, because each query would search the index of words again.
     *
     * @param more a further condition, or an empty text
     * @param first the number of products to the end of the page
     */
    String keys(ListOrder order, String more, long first) {
        var columns = "SELECT product_id, " + order.columns();
        var tables = tables(order);
        if (isSearch) {
            return columns + rows(tables, someCategories(tables)) + more;
        }
        if (categories.size() > 1 && categories.size() * first <= READ_OF_ALL) {
            return """
                    SELECT top.* FROM unnest(CAST(:categoryIds AS bigint[])) AS wanted (category_id) CROSS JOIN LATERAL
                           (%s ORDER BY %s LIMIT %d) AS top
                    """.formatted(
                            columns + rows(tables, List.of(tables.category() + " = wanted.category_id")) + more,
                            order.orderBy(),
                            first);
        }
        if (categories.size() < 2 || categories.size() > MERGED) {
            return columns + rows(tables, someCategories(tables)) + more;
        }
        return IntStream.range(0, categories.size())
                .mapToObj(n -> tables.category() + " = :category" + n)
                .map(category -> columns + rows(tables, List.of(category)) + more)
                .map(query -> "(%s ORDER BY %s)".formatted(query, order.orderBy()))
                .collect(Collectors.joining(" UNION ALL "));
    }

    /**
     * Returns the query for the ids and keys of a list with few products. PostgreSQL reads and sorts them all, because it
     * can't read the subquery in the order. Otherwise, if it expects more products than there are, it may read the index
     * of the order to its end.
     */
    String keysOfFew(ListOrder order, String more) {
        var tables = tables(order);
        return "SELECT few.* FROM (SELECT product_id, %s OFFSET 0) AS few"
                .formatted(order.columns() + rows(tables, someCategories(tables)) + more);
    }

    /** Returns the parameters without those that repeat the categories. */
    Map<String, Object> ownParameters() {
        var own = new HashMap<>(parameters);
        own.keySet().removeIf(name -> name.startsWith("category"));
        return Map.copyOf(own);
    }

    private Tables tables(ListOrder order) {
        // Products that are sold out are equal, so the indexes of stock have them in the order of their ids.
        if (order.beginsWith(ListKey.QUANTITY) || (isSoldOut() && order.beginsWith(ListKey.PRODUCT_ID))) {
            return ofProduct.isEmpty() && order.needsOnly(ListKey.QUANTITY, ListKey.PRODUCT_ID)
                    ? Tables.STOCK
                    : Tables.STOCK_FIRST;
        }
        return byProduct(order.needsStock());
    }

    private Tables byProduct(boolean withStock) {
        return withStock || isSoldOut() ? Tables.PRODUCT_FIRST : Tables.PRODUCT;
    }

    private boolean isSoldOut() {
        return Boolean.FALSE.equals(inStock);
    }

    private List<String> someCategories(Tables tables) {
        // The hits of a search are those of two indexes of product.
        var category = isSearch ? Tables.PRODUCT.category() : tables.category();
        return categories.isEmpty() ? List.of() : List.of(category + " = ANY (:categoryIds)");
    }

    private String rows(Tables tables, List<String> category) {
        var all = new ArrayList<>(category);
        if (tables != Tables.STOCK) {
            all.add("p.deleted_at IS NULL");
            all.add(hidden ? "p.hidden" : "NOT p.hidden");
            all.addAll(ofProduct);
        }
        if (tables.alias.equals("s")) {
            all.add(hidden ? "s.product_hidden" : "NOT s.product_hidden");
        }
        if (isSoldOut()) {
            all.add(SOLD_OUT);
        } else if (inStock != null) {
            all.add(tables.alias.equals("s") ? "s.on_hand - s.reserved > 0" : NOT_SOLD_OUT);
        }
        return " FROM %s WHERE %s".formatted(tables.from, String.join(" AND ", all));
    }
}
