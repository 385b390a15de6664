package ecommerce.system.torture;

/**
 * How hard the shop is tried.
 *
 * @param checkouts at least so many
 * @param customers at the same time
 * @param products with 5 to 50 pieces each
 * @param allServices whether each of the ten services is killed, or order-, payment- and product-service alone
 * @param rounds how often order-, payment- and product-service are killed beside that
 * @param databaseKills how often PostgreSQL is
 * @param seed of all chance, so that the same monkey can come again
 */
public record TortureSettings(
        int checkouts, int customers, int products, boolean allServices, int rounds, int databaseKills, long seed) {

    /** All of it: some ten minutes. */
    public static TortureSettings whole(long seed) {
        return new TortureSettings(2000, 64, 200, true, 3, 2, seed);
    }

    /** A taste of it, for every build. */
    public static TortureSettings brief(long seed) {
        return new TortureSettings(150, 8, 40, false, 0, 1, seed);
    }
}
