package ecommerce.proxyclient.shop.cart;

import ecommerce.proxyclient.session.SessionProperties;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Computes the key with which a guest's cart is opened. All forms of a browser have the same key until a sign-in ends, also those
 * that are sent at the same time. Nobody else can compute it.
 */
@Component
class GuestCartKey {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec secret;

    GuestCartKey(SessionProperties properties) {
        this.secret = new SecretKeySpec(properties.secret().getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** Returns the key for the request of a form. */
    String of(HttpServletRequest request) {
        var content = "guest-cart:%s:%s"
                .formatted(
                        value(request, SessionProperties.FORM_TOKEN_COOKIE),
                        value(request, SessionProperties.ENDED_COOKIE));
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return HexFormat.of().formatHex(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JVM has " + ALGORITHM, e);
        }
    }

    private static @Nullable String value(HttpServletRequest request, String cookie) {
        var found = WebUtils.getCookie(request, cookie);
        return found == null ? null : found.getValue();
    }
}
