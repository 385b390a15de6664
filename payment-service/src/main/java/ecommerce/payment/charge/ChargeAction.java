package ecommerce.payment.charge;

import ecommerce.payment.ledger.PaymentStatus;
import ecommerce.payment.provider.Charge;

/** What a payment does when the provider reports the state of its charge: one cell for each of our statuses and its words. */
enum ChargeAction {
    /** Both agree. */
    NONE,
    AUTHORISE,
    /** Enters the capture, and whatever has gone back since. */
    CAPTURE,
    DECLINE,
    /** The provider has voided it. */
    VOID,
    /** Tells the provider again that the charge is void. */
    VOID_THERE,
    /** Enters what has gone back to the customer. */
    ENTER_RETURNED,
    /** Enters the capture and refunds it: the customer was charged for nothing. */
    CAPTURE_AND_REFUND,
    /** The provider contradicts what it said before. People must look. */
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
                    // A word that was on its way before the capture.
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
