package ecommerce.proxyclient.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the session's cookie contains.
 *
 * @param guestCartId the secret id of the cart that was filled before signing in
 * @param pieces the pieces in the cart, as last seen
 * @param validUntil when the session ends unless it is used
 */
record SessionContent(
        @Nullable SignedInUser user,
        @Nullable String guestCartId,
        int pieces,
        @Nullable Notice notice,
        @Nullable Instant validUntil) {

    static final SessionContent EMPTY = new SessionContent(null, null, 0, null, null);

    boolean isEmpty() {
        return user == null && guestCartId == null && pieces == 0 && notice == null;
    }

    SessionContent withUser(@Nullable SignedInUser newUser) {
        return new SessionContent(newUser, guestCartId, pieces, notice, validUntil);
    }

    SessionContent withGuestCart(@Nullable String newGuestCartId) {
        return new SessionContent(user, newGuestCartId, pieces, notice, validUntil);
    }

    SessionContent withPieces(int newPieces) {
        return new SessionContent(user, guestCartId, newPieces, notice, validUntil);
    }

    SessionContent withNotice(@Nullable Notice newNotice) {
        return new SessionContent(user, guestCartId, pieces, newNotice, validUntil);
    }

    SessionContent validUntil(Instant end) {
        return new SessionContent(user, guestCartId, pieces, notice, end);
    }

    @Override
    public String toString() {
        return "SessionContent[user=%s]".formatted(user);
    }
}
