package ecommerce.user.user;

/** Published when all sign-ins of a user must end. Listeners run in the same transaction. */
public record SignInsEnded(long userId) {}
