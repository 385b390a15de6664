package ecommerce.order.checkout;

import org.jspecify.annotations.Nullable;

/** The step that a checkout has yet to do. Forwards to the first DONE; backwards, undoing, to the last. */
enum CheckoutPosition {
    RESERVE_STOCK,
    AUTHORISE_PAYMENT,
    CREATE_SHIPMENT,
    COMMIT_STOCK,
    CAPTURE_PAYMENT,
    RELEASE_SHIPMENT,
    CANCEL_SHIPMENT,
    VOID_PAYMENT,
    RELEASE_STOCK,
    DONE;

    CheckoutPosition afterSuccess() {
        return switch (this) {
            case RESERVE_STOCK -> AUTHORISE_PAYMENT;
            case AUTHORISE_PAYMENT -> CREATE_SHIPMENT;
            case CREATE_SHIPMENT -> COMMIT_STOCK;
            case COMMIT_STOCK -> CAPTURE_PAYMENT;
            case CAPTURE_PAYMENT -> RELEASE_SHIPMENT;
            case CANCEL_SHIPMENT -> VOID_PAYMENT;
            case VOID_PAYMENT -> RELEASE_STOCK;
            case RELEASE_SHIPMENT, RELEASE_STOCK, DONE -> DONE;
        };
    }

    /**
     * Where undoing begins when the step was refused, or null where it can't be: then it is tried until it succeeds.
     * A refused reservation is released all the same, for an earlier attempt that got no answer may still arrive.
     */
    @Nullable CheckoutPosition afterRefusal() {
        return switch (this) {
            case RESERVE_STOCK, AUTHORISE_PAYMENT -> RELEASE_STOCK;
            case CREATE_SHIPMENT -> VOID_PAYMENT;
            case COMMIT_STOCK -> CANCEL_SHIPMENT;
            default -> null;
        };
    }

    /** Where undoing begins when nobody knows whether the step was done, or null once there is no way back. */
    @Nullable CheckoutPosition afterGivingUp() {
        return switch (this) {
            case RESERVE_STOCK -> RELEASE_STOCK;
            case AUTHORISE_PAYMENT -> VOID_PAYMENT;
            case CREATE_SHIPMENT -> CANCEL_SHIPMENT;
            default -> null;
        };
    }
}
