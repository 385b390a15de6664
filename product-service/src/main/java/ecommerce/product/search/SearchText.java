package ecommerce.product.search;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a customer typed, as the database function {@code search_query} reads it.
 *
 * @param words query for whole words, the last perhaps unfinished; null if the text holds no word
 * @param parts query for beginnings, ends and stems of words; null if the text holds no word
 * @param likenesses the words that may be misspelt, parted by blanks
 * @param title all words, as {@code product.search_title} spells them
 * @param sku all words joined, as {@code product.search_sku} spells them
 */
record SearchText(
        @Nullable String words,
        @Nullable String parts,
        @Nullable String likenesses,
        @Nullable String title,
        @Nullable String sku) {

    /** The ways to look the text up, the strictest first; none if the text holds no word. */
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
