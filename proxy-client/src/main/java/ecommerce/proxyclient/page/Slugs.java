package ecommerce.proxyclient.page;

import java.text.Normalizer;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Addresses of products and categories: their title in lower case, and their id. */
public final class Slugs {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern SLUG = Pattern.compile("(?:.*-)?([0-9]{1,18})");
    private static final int LONGEST = 80;

    private Slugs() {}

    /** Returns the path of a product's page. */
    public static String product(long productId, String title) {
        return "/app/p/" + of(title, productId);
    }

    /** Returns the path of a category's page. */
    public static String category(long categoryId, String title) {
        return "/app/c/" + of(title, categoryId);
    }

    /** Returns a slug such as {@code camping-stove-17}. A title without Latin letters or digits leaves the id. */
    public static String of(String title, long id) {
        var letters = ACCENTS.matcher(Normalizer.normalize(title, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        var words = OTHERS.matcher(letters).replaceAll("-").replaceAll("^-|-$", "");
        var start = words.length() > LONGEST ? words.substring(0, LONGEST).replaceAll("-$", "") : words;
        return start.isEmpty() ? Long.toString(id) : start + "-" + id;
    }

    /** Returns the id at the end of a slug; empty if there is none. */
    public static OptionalLong id(String slug) {
        var matcher = SLUG.matcher(slug);
        return matcher.matches() ? OptionalLong.of(Long.parseLong(matcher.group(1))) : OptionalLong.empty();
    }
}
