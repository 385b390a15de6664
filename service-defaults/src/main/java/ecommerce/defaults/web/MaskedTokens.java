package ecommerce.defaults.web;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationFilter;
import java.util.regex.Pattern;

/**
 * Masks access tokens in URLs that are logged or traced. A client may send a token in the path to check its validity.
 */
public final class MaskedTokens implements ObservationFilter {

    private static final String URL = "http.url";

    /**
     * A JSON Web Token: three Base64url parts, the first of which encodes a text that starts with a brace and a
     * quotation mark.
     */
    private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]*");

    MaskedTokens() {}

    public static String in(String text) {
        return TOKEN.matcher(text).replaceAll("(token)");
    }

    @Override
    public Observation.Context map(Observation.Context context) {
        var url = context.getHighCardinalityKeyValue(URL);
        return url == null ? context : context.addHighCardinalityKeyValue(KeyValue.of(URL, in(url.getValue())));
    }
}
