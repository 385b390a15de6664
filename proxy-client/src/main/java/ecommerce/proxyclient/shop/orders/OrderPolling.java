package ecommerce.proxyclient.shop.orders;

/**
 * When the page of an order asks whether anything has changed: after 2 seconds, and ever more slowly while nothing changes.
 *
 * @param seen names the state of the order that the page shows
 * @param asked how often the page has asked since the last change
 */
public record OrderPolling(long orderId, String seen, int asked) {

    private static final int FIRST_SECONDS = 2;
    private static final int LONGEST_SECONDS = 120;

    /** More questions don't change the pause any more. */
    private static final int MOST = 100;

    /** Returns the polling of a page after its question. */
    OrderPolling next(String state) {
        return new OrderPolling(orderId, state, state.equals(seen) ? Math.clamp(asked + 1L, 1, MOST) : 0);
    }

    /** Returns the seconds until the page asks: 2, 3, 5, 8, 12 and so on. */
    public int seconds() {
        return Math.min(FIRST_SECONDS + asked * (asked + 1) / 2, LONGEST_SECONDS);
    }

    /** Returns the seconds after which the page asks again if it gets no answer. */
    public int secondsAfterFailure() {
        return LONGEST_SECONDS;
    }

    /** Returns the address at which the page asks. */
    public String address() {
        return "/app/orders/%d?seen=%s&asked=%d".formatted(orderId, seen, asked);
    }
}
