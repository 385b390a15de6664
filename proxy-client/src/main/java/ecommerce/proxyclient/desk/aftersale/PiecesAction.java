package ecommerce.proxyclient.desk.aftersale;

/** What staff do with the pieces of an order. */
public enum PiecesAction {
    CANCEL("cancellation"),
    RETURN("return"),
    /** Staff request a return for the customer, for example on the phone. It always names its pieces and a reason. */
    REQUEST_RETURN("return-request");

    private final String segment;

    PiecesAction(String segment) {
        this.segment = segment;
    }

    /** Returns the path of the page that asks for confirmation. */
    public String path(long orderId) {
        return ReviewedOrders.page(orderId) + "/" + segment;
    }

    /** Returns whether staff decide with this action whether the pieces go back on sale. */
    public boolean restocks() {
        return this != REQUEST_RETURN;
    }

    /** Returns the key of a text about this action. */
    public String key(String name) {
        return "desk.aftersale.%s.%s".formatted(segment, name);
    }
}
