package ecommerce.proxyclient.desk.stock;

import ecommerce.proxyclient.productclient.StockClient.NewCount;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * A count as staff type it.
 *
 * @param counted all pieces on the shelf
 * @param awaitingShipment how many of them belong to confirmed orders that aren't shipped
 */
public record CountForm(
        @Pattern(regexp = PIECES, message = "{desk.pieces.invalid}")
        String counted,

        @Pattern(regexp = PIECES, message = "{desk.pieces.invalid}")
        String awaitingShipment,

        @Size(max = 500) String note) {

    private static final String PIECES = "[0-9]{1,9}";

    static final CountForm EMPTY = new CountForm("", "", "");

    public CountForm {
        counted = MovementForm.text(counted);
        awaitingShipment = MovementForm.text(awaitingShipment);
        note = MovementForm.text(note);
    }

    /** Returns the request of a valid form. */
    NewCount content() {
        return new NewCount(Integer.parseInt(counted), Integer.parseInt(awaitingShipment), MovementForm.note(note));
    }
}
