package ecommerce.system;

/** The names of the resource locks of tests, because some classes run at the same time as others. */
public final class Locks {

    /** The tests that would slow each other down too much, because they use all processors. */
    public static final String PROCESSORS = "processors";

    /**
     * The services of the {@link RunningShop}. A test that kills or suspends them writes. A concurrent test that needs them
     * reads.
     */
    public static final String SERVICES = "services";

    /** The {@code @Order} of the tests that wait for the concurrent ones. They come last, so that no other test waits too. */
    public static final int AFTER_OTHERS = Integer.MAX_VALUE;

    private Locks() {}
}
