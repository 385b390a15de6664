package ecommerce.user.name;

/**
 * Two accounts with the same name after normalisation.
 *
 * @param field {@code username} or {@code email}
 * @param userId the account that is found by its own spelling only
 * @param otherUserId the account that is found by all spellings
 */
record NameCollision(String field, long userId, String name, long otherUserId, String otherName) {}
