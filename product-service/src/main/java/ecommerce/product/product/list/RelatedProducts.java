package ecommerce.product.product.list;

import ecommerce.defaults.problem.Problem;
import ecommerce.product.product.ProductResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds products that are like another one and can be bought: those of its category, and then those of the categories
 * below and beside it. In its own category the products that follow it come first, so that the products of a large
 * category lead to different ones.
 *
 * <p>It reads at most a few hundred products from the index of their category, whatever the size of the catalogue. So it
 * may find fewer than it could if very many of them are sold out.
 */
@Component
public class RelatedProducts {

    /** How many products before and after the product, in its own category, may be sold out. */
    private static final int NEIGHBOURS = 200;

    /** How many other categories are looked into. */
    private static final int CATEGORIES = 20;

    private static final String PLACE = """
            SELECT p.category_id, c.parent_category_id FROM product p JOIN category c USING (category_id)
             WHERE p.product_id = ? AND p.deleted_at IS NULL AND (? OR NOT p.hidden)
            """;

    private static final String SAME_CATEGORY = """
            (SELECT p.product_id, 1 AS place FROM product p
              WHERE p.category_id = :categoryId AND NOT p.hidden AND p.deleted_at IS NULL AND p.product_id > :productId
              ORDER BY p.product_id LIMIT :neighbours)
            UNION ALL
            (SELECT p.product_id, 2 AS place FROM product p
              WHERE p.category_id = :categoryId AND NOT p.hidden AND p.deleted_at IS NULL AND p.product_id < :productId
              ORDER BY p.product_id LIMIT :neighbours)
            """;

    private static final String OTHER_CATEGORIES = """
            SELECT p.product_id, CASE WHEN other.parent_category_id = :categoryId THEN 1 ELSE 2 END AS place
              FROM (SELECT category_id, parent_category_id FROM category
                     WHERE parent_category_id IN (:parents) AND category_id <> :categoryId
                     ORDER BY parent_category_id <> :categoryId, category_id LIMIT :categories) other
             CROSS JOIN LATERAL
                   (SELECT product_id FROM product
                     WHERE category_id = other.category_id AND NOT hidden AND deleted_at IS NULL
                     ORDER BY product_id LIMIT :neighbours) p
            """;

    private static final String IN_STOCK = """
            listed AS (
                SELECT product_id, place FROM (%s) candidate JOIN stock USING (product_id)
                 WHERE on_hand - reserved > 0 ORDER BY place, product_id LIMIT :size)
            """;

    /**
     * Where a product is.
     *
     * @param parentId the category above, or null
     */
    private record Place(long categoryId, @Nullable Long parentId) {}

    private final JdbcClient jdbc;
    private final ListRows rows;

    RelatedProducts(JdbcClient jdbc, ListRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /**
     * Returns up to {@code size} visible products in stock, without the product itself, in an order that doesn't change as
     * long as the catalogue and the stock don't. Throws 404 if there is no such product.
     *
     * @param evenHidden whether the caller may see the related products of a hidden product
     */
    @Transactional(readOnly = true)
    public List<ProductResponse> find(long productId, int size, boolean evenHidden) {
        var place = placeOf(productId, evenHidden);
        var parameters = new HashMap<String, Object>();
        parameters.put("productId", productId);
        parameters.put("categoryId", place.categoryId());
        parameters.put("neighbours", NEIGHBOURS);
        parameters.put("size", size);
        var same = read(SAME_CATEGORY, parameters);
        if (same.size() == size) {
            return same;
        }
        var parentId = place.parentId();
        parameters.put(
                "parents", parentId == null ? List.of(place.categoryId()) : List.of(place.categoryId(), parentId));
        parameters.put("categories", CATEGORIES);
        parameters.put("neighbours", size);
        parameters.put("size", size - same.size());
        return Stream.concat(same.stream(), read(OTHER_CATEGORIES, parameters).stream())
                .toList();
    }

    private List<ProductResponse> read(String candidates, Map<String, Object> parameters) {
        return rows.read(IN_STOCK.formatted(candidates), "place, product_id", parameters);
    }

    private Place placeOf(long productId, boolean evenHidden) {
        return jdbc.sql(PLACE)
                .params(productId, evenHidden)
                .query((row, number) ->
                        new Place(row.getLong("category_id"), row.getObject("parent_category_id", Long.class)))
                .optional()
                .orElseThrow(() -> Problem.notFound("product", productId));
    }
}
