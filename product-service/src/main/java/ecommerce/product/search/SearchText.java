package ecommerce.product.search;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A search text, as parsed by the database function {@code search_query}.
 *
 * @param words the query for whole words, the last of which may be unfinished; null if the text has no word
 * @param parts the query for beginnings, ends and stems of words; null if the text has no word
 * @param likenesses the words that may be misspelt, separated by spaces
 * @param title all words, in the form of {@code product.search_title}
 * @param sku all words joined, in the form of {@code product.search_sku}
 */
record SearchText(
        @Nullable String words,
        @Nullable String parts,
        @Nullable String likenesses,
        @Nullable String title,
        @Nullable String sku) {

    /** Returns the searches for the text, the strictest first. The list is empty if the text has no word. */
    List<SearchMatch> matches() {
        if (words == null || parts == null || likenesses == null || title == null || sku == null) {
            return List.of();
        }
        var exact = Map.<String, Object>of("words", words, "title", title, "sku", sku);
        return List.of(
                SearchMatch.ofWords(exact),
                SearchMatch.ofParts(exact, parts),
                SearchMatch.ofLikeness(exact, List.of(likenesses.split(" "))));
    }
}
