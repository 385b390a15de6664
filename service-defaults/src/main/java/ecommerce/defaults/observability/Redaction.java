package ecommerce.defaults.observability;

import java.util.regex.Pattern;

/**
 * Removes secrets from text that leaves a service as a log line or a span. Our own statements log route templates. This
 * catches what others write, such as the URL in the message of a failed request.
 */
final class Redaction {

    private static final String HIDDEN = "(hidden)";

    /**
     * A path segment after which a guest cart's id, a sign-in name or a token follows. A route template has a brace
     * there.
     */
    private static final Pattern SEGMENT = Pattern.compile("(/(?:guests|username|jwt)/)[^/?#\\s\"'{][^/?#\\s\"']*");

    /**
     * A JSON Web Token: three Base64url parts, the first of which encodes a text that starts with a brace and a
     * quotation mark.
     */
    private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]*");

    private static final Pattern BEARER = Pattern.compile("((?i:bearer|basic) )[\\w.~+/-]{16,}=*");

    private static final Pattern GUEST_CART = Pattern.compile("(guest cart )[0-9a-fA-F-]{36}");

    private Redaction() {}

    static String of(String text) {
        var segments = SEGMENT.matcher(text).replaceAll("$1" + HIDDEN);
        var tokens = TOKEN.matcher(segments).replaceAll(HIDDEN);
        var headers = BEARER.matcher(tokens).replaceAll("$1" + HIDDEN);
        return GUEST_CART.matcher(headers).replaceAll("$1" + HIDDEN);
    }
}
