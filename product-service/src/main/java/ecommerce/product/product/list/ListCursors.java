package ecommerce.product.product.list;

import ecommerce.defaults.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes cursors as texts that a client sends back, and reads them. A text is signed together with the list's filter
 * and order, so it is good for that list only. The key is derived from the service's secret, which all instances share;
 * after a change of the secret a client begins again.
 */
@Component
class ListCursors {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SIGNATURE = 16;

    private final JsonMapper json;
    private final SecretKeySpec key;

    ListCursors(
            JsonMapper json,
            @Value("${spring.security.oauth2.client.registration.service.client-secret}") String secret) {
        this.json = json;
        this.key = key(hmac(key(secret.getBytes(StandardCharsets.UTF_8)), "cursor of a product list"));
    }

    String write(ListCursor cursor, ProductFilter filter, ListOrder order) {
        var content = json.writeValueAsBytes(cursor);
        var signature = signature(content, filter, order);
        var all = Arrays.copyOf(signature, SIGNATURE + content.length);
        System.arraycopy(content, 0, all, SIGNATURE, content.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    /** Throws 400 unless the text is a cursor that this service has written for a list with this filter and order. */
    ListCursor read(String text, ProductFilter filter, ListOrder order) {
        try {
            var all = Base64.getUrlDecoder().decode(text);
            var content = Arrays.copyOfRange(all, Math.min(SIGNATURE, all.length), all.length);
            var signature = Arrays.copyOf(all, SIGNATURE);
            if (!MessageDigest.isEqual(signature, signature(content, filter, order))) {
                throw invalid();
            }
            return json.readValue(content, ListCursor.class);
        } catch (IllegalArgumentException | JacksonException e) {
            throw invalid();
        }
    }

    private static ErrorResponseException invalid() {
        return Problem.invalid(
                "after", "must be page.next of a page with the same filter and sort. Begin with the first page.");
    }

    private byte[] signature(byte[] content, ProductFilter filter, ListOrder order) {
        var signed = new String(content, StandardCharsets.UTF_8) + "\n" + order.keys() + "\n" + filter.conditions();
        return Arrays.copyOf(hmac(key, signed), SIGNATURE);
    }

    private static SecretKeySpec key(byte[] bytes) {
        return new SecretKeySpec(bytes, ALGORITHM);
    }

    private static byte[] hmac(SecretKeySpec key, String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JVM has HMAC-SHA256", e);
        }
    }
}
