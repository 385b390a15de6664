package ecommerce.system.torture;

/**
 * Settings of the torture test.
 *
 * @param checkouts the least number of checkouts
 * @param customers the number of concurrent customers
 * @param products the number of products, with 5 to 50 pieces each
 * @param allServices whether to kill each of the ten services, or only order-, payment- and product-service
 * @param rounds how often to kill order-, payment- and product-service in addition
 * @param databaseKills how often to kill PostgreSQL
 * @param seed the seed of all random choices, to repeat a run
 */
public record TortureSettings(
        int checkouts, int customers, int products, boolean allServices, int rounds, int databaseKills, long seed) {

    /** Returns the settings of a full run, which takes ten to 30 minutes. */
    public static TortureSettings whole(long seed) {
        return new TortureSettings(2000, 64, 200, true, 3, 2, seed);
    }

    /** Returns the settings of a short run, for every build. */
    public static TortureSettings brief(long seed) {
        return new TortureSettings(150, 8, 40, false, 0, 1, seed);
    }
}
