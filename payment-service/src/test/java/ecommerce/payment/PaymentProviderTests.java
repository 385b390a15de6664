package ecommerce.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ecommerce.defaults.test.TestSecrets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class PaymentProviderTests {

    @Test
    void startsOnlyWithAProvider(CapturedOutput output) {
        var service = new SpringApplication(PaymentServiceApplication.class);
        service.addInitializers(new TestSecrets());

        assertThatThrownBy(() -> service.run(
                        "--spring.cloud.config.enabled=false",
                        "--DB_PASSWORD=" + TestSecrets.VALUE,
                        "--PAYMENT_PROVIDER="))
                .hasMessage("Missing secrets: [PAYMENT_PROVIDER]");

        assertThat(output).contains("The environment variable PAYMENT_PROVIDER is not set");
    }
}
