package ecommerce.product.search;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
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

    /**
     * Returns the searches for the text, the strictest first. There is none if the text has no word.
     *
     * @param similar returns the query for words that are similar to misspelt ones. It is called when that search is
     *     reached.
     */
    Stream<SearchMatch> matches(UnaryOperator<String> similar) {
        if (words == null || parts == null || likenesses == null || title == null || sku == null) {
            return Stream.empty();
        }
        var exact = Map.<String, Object>of("words", words, "title", title, "sku", sku);
        var misspelt = List.of(likenesses.split(" "));
        return Stream.<Supplier<SearchMatch>>of(
                        () -> SearchMatch.ofWords(exact),
                        () -> SearchMatch.ofParts(exact, parts),
                        () -> SearchMatch.ofSimilarWords(exact, similar.apply(likenesses), misspelt),
                        () -> SearchMatch.ofLikeness(exact, misspelt))
                .map(Supplier::get);
    }
}
