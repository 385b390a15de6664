package ecommerce.system;

/** The resource locks and the order of the tests, because some classes run at the same time as others. */
public final class Concurrency {

    /** The tests that would slow each other down too much, because they use all processors. */
    public static final String PROCESSORS = "processors";

    /**
     * The services of the {@link RunningShop}. A test that kills or suspends them writes. A concurrent test that needs them
     * reads.
     */
    public static final String SERVICES = "services";

    /** The {@code @Order} of the tests that may wait for the concurrent ones. All others come before, so that they don't wait. */
    public static final int AFTER_OTHERS = Integer.MAX_VALUE - 1;

    /** The {@code @Order} of the tests that keep all processors busy, or leave the shop in a state that other tests don't expect. */
    public static final int LAST = Integer.MAX_VALUE;

    private Concurrency() {}
}
