package ecommerce.user.user;

/** All sign-ins of this user are over. Listeners act in the same transaction. */
public record SignInsEnded(long userId) {}
