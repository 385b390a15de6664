package ecommerce.proxyclient.desk.stock;

import ecommerce.proxyclient.productclient.StockClient.NewTransfer;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * A transfer of a deleted product's pieces, as staff type it.
 *
 * @param toProductId the id of a product that isn't deleted
 */
public record TransferForm(
        @Pattern(regexp = "[0-9]{1,18}", message = "{desk.stock.to.invalid}")
        String toProductId,

        @Pattern(regexp = MovementForm.PIECES, message = "{desk.pieces.positive}")
        String quantity,

        @Size(max = 500) String note) {

    public TransferForm {
        toProductId = MovementForm.text(toProductId);
        quantity = MovementForm.text(quantity);
        note = MovementForm.text(note);
    }

    /** Returns the request of a valid form. */
    NewTransfer content() {
        return new NewTransfer(Long.parseLong(toProductId), Integer.parseInt(quantity), MovementForm.note(note));
    }
}
