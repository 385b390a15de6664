package ecommerce.product.stock.movement;

import ecommerce.product.stock.StockReason;
import io.swagger.v3.oas.annotations.media.Schema;

/** The reasons that staff may give. */
@Schema(
        description =
                "RECEIVED adds pieces. DAMAGED, LOST and SENT_BACK (to the supplier) take pieces. CORRECTION does either.")
enum StaffReason {
    RECEIVED(1),
    CORRECTION(0),
    DAMAGED(-1),
    LOST(-1),
    SENT_BACK(-1);

    private final int sign;

    /** @param sign 1 if pieces only come, -1 if they only go, 0 if they do either */
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
