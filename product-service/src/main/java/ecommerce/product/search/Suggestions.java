package ecommerce.product.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Suggests products for an unfinished text. It compares a limited number of products, which bounds the response time.
 */
@Component
class Suggestions {

    private static final RowMapper<Suggestion> SUGGESTION = new SimplePropertyRowMapper<>(Suggestion.class);

    private static final String ON_SALE = "p.deleted_at IS NULL AND NOT p.hidden";
    private static final String BEST = """
            WITH candidate AS MATERIALIZED (
                (SELECT p.product_id FROM product p
                  WHERE %1$s AND p.search_title LIKE :title || '%%' ORDER BY p.search_title USING ~<~ LIMIT :size)
                UNION
                (SELECT p.product_id FROM product p WHERE %1$s AND %2$s LIMIT :candidates))
            SELECT p.product_id, p.product_title, p.sku, p.image_url, p.price_unit
              FROM candidate JOIN product p USING (product_id)
             ORDER BY %3$s, p.product_id LIMIT :size
            """;

    private final JdbcClient jdbc;
    private final SearchTextReader reader;
    private final SearchProperties properties;

    Suggestions(JdbcClient jdbc, SearchTextReader reader, SearchProperties properties) {
        this.jdbc = jdbc;
        this.reader = reader;
        this.properties = properties;
    }

    /** Returns at most {@code size} products, the best matches first. The list is empty if the text has no word. */
    @Transactional(readOnly = true)
    List<Suggestion> find(@Nullable String text, int size) {
        return reader.matches(text)
                .map(match -> best(match, size))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<Suggestion> best(SearchMatch match, int size) {
        Map<String, Object> parameters = new LinkedHashMap<>(match.parameters());
        parameters.put("size", size);
        parameters.put("candidates", properties.suggestionCandidates());
        return jdbc.sql(BEST.formatted(ON_SALE, match.condition(), match.order()))
                .params(parameters)
                .query(SUGGESTION)
                .list();
    }
}
