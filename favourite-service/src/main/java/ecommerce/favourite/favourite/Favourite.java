package ecommerce.favourite.favourite;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.time.Instant;

/** A product that a user likes, and since when. */
@Entity
class Favourite {

    @Embeddable
    record Id(long userId, long productId) {}

    @EmbeddedId
    private Id id;

    private Instant likeDate;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected Favourite() {}

    long userId() {
        return id.userId();
    }

    long productId() {
        return id.productId();
    }

    Instant likeDate() {
        return likeDate;
    }
}
