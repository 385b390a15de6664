package ecommerce.payment.charge;

import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.payment.ledger.PaymentStatus;
import ecommerce.payment.provider.Charge;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChargeActionTests {

    private static final Map<String, Charge> WORDS = Map.of(
            "authorised", new Charge.Authorised(),
            "captured", new Charge.Captured(List.of()),
            "voided", new Charge.Voided(),
            "declined", new Charge.Declined("No"));

    @ParameterizedTest
    @CsvSource({
        "PENDING,    AUTHORISE,  CAPTURE,            DECLINE, DECLINE",
        "AUTHORISED, NONE,       CAPTURE,            VOID,    VOID",
        "CAPTURED,   NONE,       ENTER_RETURNED,     ALARM,   ALARM",
        "REFUNDED,   NONE,       ENTER_RETURNED,     ALARM,   ALARM",
        "VOIDED,     VOID_THERE, CAPTURE_AND_REFUND, NONE,    NONE",
        "DECLINED,   VOID_THERE, CAPTURE_AND_REFUND, NONE,    NONE"
    })
    void dependsOnThePaymentAndTheCharge(
            PaymentStatus ours,
            ChargeAction authorised,
            ChargeAction captured,
            ChargeAction voided,
            ChargeAction declined) {
        assertThat(ChargeAction.of(ours, word("authorised"))).isEqualTo(authorised);
        assertThat(ChargeAction.of(ours, word("captured"))).isEqualTo(captured);
        assertThat(ChargeAction.of(ours, word("voided"))).isEqualTo(voided);
        assertThat(ChargeAction.of(ours, word("declined"))).isEqualTo(declined);
    }

    private static Charge word(String name) {
        return WORDS.get(name);
    }
}
