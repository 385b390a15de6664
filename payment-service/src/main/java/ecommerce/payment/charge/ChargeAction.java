package ecommerce.payment.charge;

import ecommerce.payment.ledger.PaymentStatus;
import ecommerce.payment.provider.Charge;

/**
 * Tells what to do with a payment when the provider reports the state of its charge. There is one action for each pair
 * of payment status and charge state.
 */
enum ChargeAction {
    /** Does nothing, because the payment matches the charge. */
    NONE,
    AUTHORISE,
    /** Records the capture and the money returned since. */
    CAPTURE,
    DECLINE,
    /** Voids the payment, because the provider has voided the charge. */
    VOID,
    /** Voids the charge at the provider again. */
    VOID_THERE,
    /** Records the money that was returned to the customer. */
    ENTER_RETURNED,
    /**
     * Raises an alarm, records the capture and refunds it, because the customer was charged for an order that was given
     * up.
     */
    CAPTURE_AND_REFUND,
    /** Raises an alarm, because the provider contradicts an earlier report. Staff must look at it. */
    ALARM;

    static ChargeAction of(PaymentStatus ours, Charge theirs) {
        return switch (ours) {
            case PENDING ->
                switch (theirs) {
                    case Charge.Authorised _ -> AUTHORISE;
                    case Charge.Captured _ -> CAPTURE;
                    case Charge.Voided _, Charge.Declined _ -> DECLINE;
                };
            case AUTHORISED ->
                switch (theirs) {
                    case Charge.Authorised _ -> NONE;
                    case Charge.Captured _ -> CAPTURE;
                    case Charge.Voided _, Charge.Declined _ -> VOID;
                };
            case CAPTURED, REFUNDED ->
                switch (theirs) {
                    case Charge.Captured _ -> ENTER_RETURNED;
                    // The report was sent before the capture.
                    case Charge.Authorised _ -> NONE;
                    case Charge.Voided _, Charge.Declined _ -> ALARM;
                };
            case VOIDED, DECLINED ->
                switch (theirs) {
                    case Charge.Authorised _ -> VOID_THERE;
                    case Charge.Captured _ -> CAPTURE_AND_REFUND;
                    case Charge.Voided _, Charge.Declined _ -> NONE;
                };
        };
    }
}
