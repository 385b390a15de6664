package ecommerce.product.search;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Parses search texts. Until the end of the caller's transaction it sets the similarity threshold for misspelt words, and
 * lets PostgreSQL plan each statement for its words, because the best plan depends on how many products have them. It
 * also keeps PostgreSQL from reading the whole table until it has enough hits: if there are fewer than estimated, that
 * takes seconds, and the order of the hits would change from page to page.
 */
@Component
public class SearchTextReader {

    private final JdbcClient jdbc;
    private final SearchProperties properties;

    SearchTextReader(JdbcClient jdbc, SearchProperties properties) {
        this.jdbc = jdbc;
        this.properties = properties;
    }

    /**
     * Returns the searches for the text, the strictest first. There is none if the text has no word. A search is made
     * when it is reached, within the same transaction.
     */
    public Stream<SearchMatch> matches(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Stream.empty();
        }
        return jdbc.sql("""
                        SELECT query.words, query.parts, query.likenesses, query.title, query.sku
                          FROM search_query(:text) AS query,
                               set_config('pg_trgm.word_similarity_threshold', :likeness, true),
                               set_config('plan_cache_mode', 'force_custom_plan', true) AS plan,
                               set_config('enable_seqscan', 'off', true) AS scan
                        """)
                .param("text", text)
                .param("likeness", properties.likeness().toString())
                .query(SearchText.class)
                .single()
                .matches(this::similar);
    }

    private String similar(String words) {
        return jdbc.sql("SELECT search_similar(?)")
                .param(words)
                .query(String.class)
                .single();
    }
}
