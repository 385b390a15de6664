package ecommerce.proxyclient.desk.stock;

import ecommerce.proxyclient.productclient.StockClient.NewMovement;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A movement as staff type it.
 *
 * @param kind a {@link MovementKind}
 * @param quantity the number of pieces, at least 1
 */
public record MovementForm(
        @Pattern(regexp = MovementKind.NAMES, message = "{form.required}")
        String kind,

        @Pattern(regexp = PIECES, message = "{desk.pieces.positive}")
        String quantity,

        @Size(max = 500) String note) {

    /** A number from 1 to 999,999,999. */
    static final String PIECES = "0{0,9}[1-9][0-9]{0,8}";

    static final MovementForm EMPTY = new MovementForm("", "", "");

    public MovementForm {
        kind = text(kind);
        quantity = text(quantity);
        note = text(note);
    }

    /** Returns the request of a valid form. */
    NewMovement content() {
        var chosen = MovementKind.valueOf(kind);
        return new NewMovement(chosen.delta(Integer.parseInt(quantity)), chosen.reason(), note(note));
    }

    static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    static @Nullable String note(String typed) {
        return typed.isEmpty() ? null : typed;
    }
}
