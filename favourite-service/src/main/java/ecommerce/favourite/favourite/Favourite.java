package ecommerce.favourite.favourite;

import java.time.Instant;

/** A product that a user likes, and since when. */
record Favourite(long userId, long productId, Instant likeDate) {}
