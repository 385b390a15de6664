package ecommerce.system;

/** The resource locks and the order of the tests, because some classes run at the same time as others. */
public final class Concurrency {

    /**
     * The concurrent classes, of which one runs at a time, because there are two processors. The lock also keeps the methods of
     * a class in one thread.
     */
    public static final String PROCESSORS = "processors";

    /**
     * The services of the {@link RunningShop}. A test that kills or suspends them writes. A concurrent test that needs them
     * reads.
     */
    public static final String SERVICES = "services";

    /**
     * The {@code @Order} of the tests that suspend services. All others come before, so that they don't wait for the concurrent
     * class that needs the services. {@code SettlingIT} comes early: it mostly waits, beside the outages of another shop.
     */
    public static final int AFTER_OTHERS = Integer.MAX_VALUE;

    private Concurrency() {}
}
