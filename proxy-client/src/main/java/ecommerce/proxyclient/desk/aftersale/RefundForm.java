package ecommerce.proxyclient.desk.aftersale;

import ecommerce.proxyclient.desk.change.TypedFields;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What staff have typed to refund a part of a payment. */
public record RefundForm(TypedFields fields) {

    private static final String AMOUNT = "[0-9]{1,10}([.,][0-9]{1,2})?";

    /** Returns the amount as it was typed. */
    public String amount() {
        return fields.value("amount");
    }

    boolean isEmpty() {
        return amount().isEmpty();
    }

    /** Returns the amount; null if it isn't a positive amount of money. */
    @Nullable
    BigDecimal parsedAmount() {
        if (!amount().matches(AMOUNT)) {
            return null;
        }
        var parsed = new BigDecimal(amount().replace(',', '.')).setScale(2);
        return parsed.signum() > 0 ? parsed : null;
    }

    public String reason() {
        return fields.value("reason");
    }
}
