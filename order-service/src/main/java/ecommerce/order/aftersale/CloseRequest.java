package ecommerce.order.aftersale;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Tells how staff settled the money of an order outside the shop.
 *
 * @param note stored in the order's history
 */
record CloseRequest(
        @NotNull Outcome outcome, @NotBlank @Size(max = 200) String note) {

    enum Outcome {
        REFUNDED_OUTSIDE("refunded outside"),
        WRITTEN_OFF("written off");

        private final String text;

        Outcome(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }
}
