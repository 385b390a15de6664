package ecommerce.proxyclient.session;

import org.jspecify.annotations.Nullable;

/**
 * What a browser's cookie {@code shop_visit} contains: everything that a page may change.
 *
 * @param guestCartId the secret id of the cart that was filled before signing in
 * @param pieces the pieces in the cart when a page last read it
 */
record Visit(
        @Nullable String guestCartId, int pieces, @Nullable Notice notice) {

    static final Visit EMPTY = new Visit(null, 0, null);

    Visit withGuestCart(@Nullable String newGuestCartId) {
        return new Visit(newGuestCartId, pieces, notice);
    }

    Visit withPieces(int newPieces) {
        return new Visit(guestCartId, newPieces, notice);
    }

    Visit withNotice(@Nullable Notice newNotice) {
        return new Visit(guestCartId, pieces, newNotice);
    }

    @Override
    public String toString() {
        return "Visit[]";
    }
}
