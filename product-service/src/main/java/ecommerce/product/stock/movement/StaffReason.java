package ecommerce.product.stock.movement;

import ecommerce.product.stock.StockReason;
import io.swagger.v3.oas.annotations.media.Schema;

/** The reasons that staff can give for a movement. */
@Schema(
        description = "RECEIVED adds pieces. DAMAGED, LOST and SENT_BACK (to the supplier) remove pieces."
                + " CORRECTION does either.")
enum StaffReason {
    RECEIVED(1),
    CORRECTION(0),
    DAMAGED(-1),
    LOST(-1),
    SENT_BACK(-1);

    private final int sign;

    /** @param sign 1 if the reason only adds pieces, -1 if it only removes pieces, 0 if it does either */
    StaffReason(int sign) {
        this.sign = sign;
    }

    boolean allows(int quantity) {
        return sign == 0 || sign == Integer.signum(quantity);
    }

    String allowed() {
        return sign > 0 ? "must be positive for " + this : "must be negative for " + this;
    }

    StockReason toStockReason() {
        return StockReason.valueOf(name());
    }
}
