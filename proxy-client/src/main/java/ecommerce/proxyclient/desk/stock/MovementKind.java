package ecommerce.proxyclient.desk.stock;

/** What staff can record: a reason of product-service, and whether pieces are added or removed. */
public enum MovementKind {
    RECEIVED("RECEIVED", 1),
    DAMAGED("DAMAGED", -1),
    LOST("LOST", -1),
    SENT_BACK("SENT_BACK", -1),
    CORRECTION_UP("CORRECTION", 1),
    CORRECTION_DOWN("CORRECTION", -1);

    static final String NAMES = "RECEIVED|DAMAGED|LOST|SENT_BACK|CORRECTION_UP|CORRECTION_DOWN";

    private final String reason;
    private final int sign;

    MovementKind(String reason, int sign) {
        this.reason = reason;
        this.sign = sign;
    }

    String reason() {
        return reason;
    }

    /** Returns the difference of the stock for a number of pieces. */
    int delta(int pieces) {
        return sign * pieces;
    }
}
