package ecommerce.product.product;

import ecommerce.defaults.web.SortFields;
import ecommerce.product.search.SearchMatch;
import ecommerce.product.search.SearchTextReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds products. A page takes two statements, plus a few if no product has the words of the text exactly. The number
 * of statements doesn't depend on the number of products.
 */
@Component
class ProductSearch {

    private static final SortFields SORT = new SortFields(
            "p.product_id",
            Map.of(
                    "productId", "p.product_id",
                    "productTitle", "p.product_title COLLATE \"und-x-icu\"",
                    "sku", "p.sku COLLATE \"und-x-icu\"",
                    "priceUnit", "p.price_unit",
                    "quantity", "s.on_hand - s.reserved",
                    "createdAt", "p.created_at"));
    private static final String SELECT = """
            SELECT p.product_id, p.product_title, p.image_url, p.sku, p.price_unit, p.created_at, p.hidden,
                   s.on_hand - s.reserved AS quantity,
                   c.category_id, c.category_title, c.image_url AS category_image_url
            """;
    private static final String FROM =
            " FROM product p JOIN stock s USING (product_id) JOIN category c USING (category_id) WHERE ";
    /**
     * Selects a category and all categories below it. It is a separate statement, so that the planner of the main query
     * knows the number of categories.
     */
    private static final String SUBTREE = """
            WITH RECURSIVE subtree AS (
                SELECT category_id FROM category WHERE category_id = ?
                UNION
                SELECT below.category_id FROM category below JOIN subtree ON parent_category_id = subtree.category_id)
            SELECT category_id FROM subtree
            """;

    private final JdbcClient jdbc;
    private final SearchTextReader searchTexts;

    ProductSearch(JdbcClient jdbc, SearchTextReader searchTexts) {
        this.jdbc = jdbc;
        this.searchTexts = searchTexts;
    }

    @Transactional(readOnly = true)
    Page<ProductResponse> find(ProductFilter filter, Pageable pageable) {
        var sorted = SORT.apply(pageable);
        var matches = searchTexts.matches(filter.q());
        if (matches.isEmpty()) {
            return page(filter, null, count(filter, null), pageable, sorted);
        }
        for (var match : matches) {
            var total = count(filter, match);
            if (total > 0 || count(filter.everywhere(), match) > 0) {
                return page(filter, match, total, pageable, sorted);
            }
        }
        return Page.empty(sorted);
    }

    private long count(ProductFilter filter, @Nullable SearchMatch match) {
        var parameters = new HashMap<String, Object>();
        var from = filter.inStock() == null ? " FROM product p WHERE " : FROM;
        return jdbc.sql("SELECT count(*)" + from + condition(filter, match, parameters))
                .params(parameters)
                .query(Long.class)
                .single();
    }

    private Page<ProductResponse> page(
            ProductFilter filter, @Nullable SearchMatch match, long total, Pageable asked, Pageable sorted) {
        var parameters = new HashMap<String, Object>();
        var condition = condition(filter, match, parameters);
        var products = jdbc.sql(
                        SELECT + FROM + condition + orderBy(match, asked, sorted) + " LIMIT :size OFFSET :offset")
                .params(parameters)
                .param("size", sorted.getPageSize())
                .param("offset", sorted.getOffset())
                .query(ProductResponse::of)
                .list();
        return new PageImpl<>(products, sorted, total);
    }

    /** Returns those of the products that are for sale, in no particular order. */
    @Transactional(readOnly = true)
    List<ProductResponse> findAll(List<Long> productIds) {
        return jdbc.sql(SELECT + FROM + "p.deleted_at IS NULL AND NOT p.hidden AND p.product_id IN (:ids)")
                .param("ids", productIds)
                .query(ProductResponse::of)
                .list();
    }

    private Long[] subtree(long categoryId) {
        return jdbc.sql(SUBTREE).param(categoryId).query(Long.class).list().toArray(Long[]::new);
    }

    private String condition(ProductFilter filter, @Nullable SearchMatch match, Map<String, Object> parameters) {
        var conditions =
                new ArrayList<>(List.of("p.deleted_at IS NULL", filter.wantsHidden() ? "p.hidden" : "NOT p.hidden"));
        if (match != null) {
            conditions.add(match.condition());
            parameters.putAll(match.parameters());
        }
        if (filter.categoryId() != null) {
            conditions.add("p.category_id = ANY (:categoryIds)");
            parameters.put("categoryIds", subtree(filter.categoryId()));
        }
        if (filter.minPrice() != null) {
            conditions.add("p.price_unit >= :minPrice");
            parameters.put("minPrice", filter.minPrice());
        }
        if (filter.maxPrice() != null) {
            conditions.add("p.price_unit <= :maxPrice");
            parameters.put("maxPrice", filter.maxPrice());
        }
        if (filter.inStock() != null) {
            conditions.add("(s.on_hand > s.reserved) = :inStock");
            parameters.put("inStock", filter.inStock());
        }
        return String.join(" AND ", conditions);
    }

    /** Returns the requested order. If none is requested, the best matches for the text come first. */
    private static String orderBy(@Nullable SearchMatch match, Pageable asked, Pageable sorted) {
        var byFields = sorted.getSort().stream()
                .map(order -> order.getProperty() + " " + order.getDirection())
                .collect(Collectors.joining(", "));
        var byMatch = match != null && asked.getSort().isUnsorted() ? match.order() + ", " : "";
        return " ORDER BY " + byMatch + byFields;
    }
}
