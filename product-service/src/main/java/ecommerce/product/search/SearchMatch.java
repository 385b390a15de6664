package ecommerce.product.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A search for a text, as SQL on the alias {@code p} of the table product.
 *
 * @param condition selects the matching products; an index supports it
 * @param order sorts an exact SKU or title first, then SKUs and titles that begin with the text, then the best matches
 * @param parameters the named parameters of both
 * @param counted up to how many hits are worth counting
 */
public record SearchMatch(String condition, String order, Map<String, Object> parameters, int counted) {

    private static final int BY_INDEX = 10_000;

    /** The text of each hit is compared with the misspelt words, which takes some ten times as long. */
    private static final int BY_COMPARISON = 1_000;

    private static final String EXACT_FIRST = """
            CASE WHEN p.search_sku = :sku THEN 0
                 WHEN p.search_title = :title THEN 1
                 WHEN starts_with(p.search_sku, :sku) THEN 2
                 WHEN starts_with(p.search_title, :title) THEN 3
                 ELSE 4 END,
            """;
    private static final String BY_WEIGHT = EXACT_FIRST + "ts_rank(p.search_words, CAST(:words AS tsquery)) DESC";

    static SearchMatch ofWords(Map<String, Object> exact) {
        return new SearchMatch("p.search_words @@ CAST(:words AS tsquery)", BY_WEIGHT, exact, BY_INDEX);
    }

    static SearchMatch ofParts(Map<String, Object> exact, String parts) {
        return new SearchMatch(
                "p.search_parts @@ CAST(:parts AS tsquery)", BY_WEIGHT, with(exact, Map.of("parts", parts)), BY_INDEX);
    }

    /** @param similar the query for known words that are similar to the misspelt ones */
    static SearchMatch ofSimilarWords(Map<String, Object> exact, String similar, List<String> misspelt) {
        var named = named(misspelt);
        var all = with(with(exact, named), Map.of("similar", similar));
        return new SearchMatch("p.search_words @@ CAST(:similar AS tsquery)", byLikeness(named), all, BY_INDEX);
    }

    static SearchMatch ofLikeness(Map<String, Object> exact, List<String> misspelt) {
        var named = named(misspelt);
        return new SearchMatch(
                join(named, "CAST(:%s AS text) OPERATOR(public.<%%) p.search_text", " AND "),
                byLikeness(named),
                with(exact, named),
                BY_COMPARISON);
    }

    private static String byLikeness(Map<String, String> named) {
        return EXACT_FIRST + join(named, "public.word_similarity(:%s, p.search_text)", " + ") + " DESC";
    }

    private static Map<String, String> named(List<String> words) {
        return IntStream.range(0, words.size()).boxed().collect(Collectors.toMap(n -> "like" + n, words::get));
    }

    private static String join(Map<String, String> named, String expression, String separator) {
        return named.keySet().stream().sorted().map(expression::formatted).collect(Collectors.joining(separator));
    }

    private static Map<String, Object> with(Map<String, Object> some, Map<String, String> more) {
        var all = new HashMap<>(some);
        all.putAll(more);
        return Map.copyOf(all);
    }
}
