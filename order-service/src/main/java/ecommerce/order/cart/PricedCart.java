package ecommerce.order.cart;

import ecommerce.defaults.problem.Problem;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ETag;
import org.springframework.http.ResponseEntity;

/**
 * A cart as it is shown, and the strong entity tag of just that representation (RFC 9110, 8.8.3): whatever changes in it,
 * a price, a title or what is available, changes the tag.
 */
public record PricedCart(CartResponse cart, ETag tag) {

    static PricedCart of(CartResponse cart, byte[] json) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(json);
            return new PricedCart(cart, new ETag(Base64.getUrlEncoder().withoutPadding().encodeToString(hash), false));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256", e);
        }
    }

    /** Tells whether a condition was sent that not every cart meets. */
    static boolean isCondition(@Nullable String ifMatch) {
        return ifMatch != null && !ifMatch.isBlank() && !ifMatch.trim().equals("*");
    }

    /** 412 if a condition was sent that this representation doesn't meet. Weak tags never match (RFC 9110, 13.1.1). */
    public void require(@Nullable String ifMatch) {
        if (ifMatch != null && isCondition(ifMatch) && ETag.parse(ifMatch).stream().noneMatch(this::isNamedBy)) {
            throw Problem.stale();
        }
    }

    private boolean isNamedBy(ETag condition) {
        return tag.compare(condition, true);
    }

    public ResponseEntity<CartResponse> toResponse() {
        return toResponse(ResponseEntity.ok());
    }

    public ResponseEntity<CartResponse> toResponse(ResponseEntity.BodyBuilder answer) {
        return answer.eTag(tag.formattedTag()).body(cart);
    }
}
