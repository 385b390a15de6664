package ecommerce.proxyclient.shop.orders;

/**
 * Computes when the page of an order polls for changes. The first interval is 2 seconds. It grows while nothing changes, up to
 * 120 seconds.
 *
 * @param seen the state of the order that the page shows, as {@link OrderPage#state()}
 * @param asked the number of polls since the last change
 */
public record OrderPolling(long orderId, String seen, int asked) {

    private static final int FIRST_SECONDS = 2;
    private static final int LONGEST_SECONDS = 120;

    /** The largest number of polls that is counted. The interval is the longest one long before. */
    private static final int MOST = 100;

    /** Returns the polling after a poll that has found the order in this state. */
    OrderPolling next(String state) {
        return new OrderPolling(orderId, state, state.equals(seen) ? Math.clamp(asked + 1L, 1, MOST) : 0);
    }

    /** Returns the seconds until the next poll: 2, 3, 5, 8, 12 and so on. */
    public int seconds() {
        return Math.min(FIRST_SECONDS + asked * (asked + 1) / 2, LONGEST_SECONDS);
    }

    /** Returns the seconds until the next poll if this one gets no answer. */
    public int secondsAfterFailure() {
        return LONGEST_SECONDS;
    }

    /** Returns the address of the next poll. */
    public String address() {
        return "/app/orders/%d?seen=%s&asked=%d".formatted(orderId, seen, asked);
    }
}
