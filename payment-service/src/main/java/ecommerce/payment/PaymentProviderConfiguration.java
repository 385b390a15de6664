package ecommerce.payment;

import ecommerce.payment.provider.PaymentProvider;
import ecommerce.payment.sandbox.SandboxBook;
import ecommerce.payment.sandbox.SandboxProvider;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Selects the payment provider with {@code PAYMENT_PROVIDER}. */
@Configuration(proxyBeanMethods = false)
class PaymentProviderConfiguration {

    /** The supported providers. With an unknown name the service doesn't start, and reports the supported names. */
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
