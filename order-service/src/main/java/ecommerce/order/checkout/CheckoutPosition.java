package ecommerce.order.checkout;

import org.jspecify.annotations.Nullable;

/**
 * The step that an order has yet to do. Forwards to RELEASE_SHIPMENT; backwards, undoing, from CANCEL_SHIPMENT to
 * RETURN_STOCK. Each step back gives back whatever there is, however far the steps forward had come.
 */
enum CheckoutPosition {
    RESERVE_STOCK,
    AUTHORISE_PAYMENT,
    CREATE_SHIPMENT,
    COMMIT_STOCK,
    CAPTURE_PAYMENT,
    RELEASE_SHIPMENT,
    CANCEL_SHIPMENT,
    REVERSE_PAYMENT,
    RETURN_STOCK,
    DONE;

    CheckoutPosition afterSuccess() {
        return switch (this) {
            case RESERVE_STOCK -> AUTHORISE_PAYMENT;
            case AUTHORISE_PAYMENT -> CREATE_SHIPMENT;
            case CREATE_SHIPMENT -> COMMIT_STOCK;
            case COMMIT_STOCK -> CAPTURE_PAYMENT;
            case CAPTURE_PAYMENT -> RELEASE_SHIPMENT;
            case CANCEL_SHIPMENT -> REVERSE_PAYMENT;
            case REVERSE_PAYMENT -> RETURN_STOCK;
            case RELEASE_SHIPMENT, RETURN_STOCK, DONE -> DONE;
        };
    }

    /**
     * Where undoing begins when the step was refused, or null where it can't be: then it is tried until it succeeds.
     * A refused reservation is returned all the same, for an earlier attempt that got no answer may still arrive.
     */
    @Nullable CheckoutPosition afterRefusal() {
        return switch (this) {
            case RESERVE_STOCK, AUTHORISE_PAYMENT -> RETURN_STOCK;
            case CREATE_SHIPMENT -> REVERSE_PAYMENT;
            case COMMIT_STOCK, CAPTURE_PAYMENT -> CANCEL_SHIPMENT;
            default -> null;
        };
    }

    /** Where undoing begins when nobody knows whether the step was done, or null once there is no way back. */
    @Nullable CheckoutPosition afterGivingUp() {
        return switch (this) {
            case RESERVE_STOCK -> RETURN_STOCK;
            case AUTHORISE_PAYMENT -> REVERSE_PAYMENT;
            case CREATE_SHIPMENT, COMMIT_STOCK -> CANCEL_SHIPMENT;
            default -> null;
        };
    }

    /** Whether, while it gets no answer, nobody knows where the customer's money is. */
    boolean leavesMoneyUncertain() {
        return this == CAPTURE_PAYMENT || this == REVERSE_PAYMENT;
    }
}
