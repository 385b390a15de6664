package ecommerce.product.product.list;

import ecommerce.product.search.SearchMatch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Translates the filter of a list to SQL. */
@Component
class ListConditionReader {

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

    ListConditionReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Returns the conditions of a filter and a search. A range of prices is planned for its values, until the caller's
     * transaction ends, because the best plan depends on how many products it has.
     */
    ListConditions read(ProductFilter filter, @Nullable SearchMatch match) {
        var parameters = new HashMap<String, Object>();
        var conditions = new ArrayList<String>();
        if (match != null) {
            conditions.add(match.condition());
            parameters.putAll(match.parameters());
        }
        addPrices(filter, conditions, parameters);
        var categories = categories(filter, parameters);
        return new ListConditions(
                categories,
                filter.wantsHidden(),
                List.copyOf(conditions),
                match != null,
                filter.inStock(),
                Map.copyOf(parameters));
    }

    private void addPrices(ProductFilter filter, List<String> conditions, Map<String, Object> parameters) {
        if (filter.minPrice() != null) {
            conditions.add("p.price_unit >= :minPrice");
            parameters.put("minPrice", filter.minPrice());
        }
        if (filter.maxPrice() != null) {
            conditions.add("p.price_unit <= :maxPrice");
            parameters.put("maxPrice", filter.maxPrice());
        }
        if (filter.minPrice() != null || filter.maxPrice() != null) {
            jdbc.sql("SELECT set_config('plan_cache_mode', 'force_custom_plan', true)")
                    .query(String.class)
                    .single();
        }
    }

    /** Returns the category with all below it, or its id alone if there is no such category. */
    private List<Long> categories(ProductFilter filter, Map<String, Object> parameters) {
        if (filter.categoryId() == null) {
            return List.of();
        }
        var found =
                jdbc.sql(SUBTREE).param(filter.categoryId()).query(Long.class).list();
        var categories = found.isEmpty() ? List.of(filter.categoryId()) : found;
        parameters.put("categoryIds", categories.toArray(Long[]::new));
        IntStream.range(0, categories.size()).forEach(n -> parameters.put("category" + n, categories.get(n)));
        return categories;
    }
}
