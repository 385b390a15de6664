package ecommerce.payment.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookPropertiesTests {

    @Test
    void decodesTheKeyOfAStandardSecret() {
        var properties = withSecret("whsec_bG9jYWwtd2ViaG9vay1zZWNyZXQtMTIzNDU2");

        assertThat(properties.key()).isEqualTo("local-webhook-secret-123456".getBytes(UTF_8));
    }

    @Test
    void usesTheTextOfASecretWithoutPrefix() {
        assertThat(withSecret("bG9jYWw=").key()).isEqualTo("bG9jYWw=".getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"whsec_", "whsec_not base64", "whsec_AAAAAAAAAA", "whsec_b25seS10d2VudHktdGhyZWUtYnl0ZXM="})
    void refusesAStandardSecretWithoutAKeyOf24Bytes(String secret) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> withSecret(secret))
                .withMessageStartingWith("PAYMENT_WEBHOOK_SECRET")
                .withMessageNotContainingAny("not base64", "AAAAAAAAAA");
    }

    private static WebhookProperties withSecret(String secret) {
        return new WebhookProperties(secret, Duration.ofMinutes(5), Duration.ofDays(30));
    }
}
