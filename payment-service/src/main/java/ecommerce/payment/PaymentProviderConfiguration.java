package ecommerce.payment;

import ecommerce.payment.provider.PaymentProvider;
import ecommerce.payment.sandbox.SandboxBook;
import ecommerce.payment.sandbox.SandboxProvider;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chooses the payment provider by {@code PAYMENT_PROVIDER}. */
@Configuration(proxyBeanMethods = false)
class PaymentProviderConfiguration {

    /** The providers that this service knows. An unknown name stops the start with a list of these. */
    enum Provider {
        SANDBOX
    }

    @ConfigurationProperties("shop.payments.choice")
    record Properties(Provider provider) {}

    @Bean
    PaymentProvider paymentProvider(Properties properties, SandboxBook sandbox) {
        return switch (properties.provider()) {
            case SANDBOX -> new SandboxProvider(sandbox);
        };
    }
}
