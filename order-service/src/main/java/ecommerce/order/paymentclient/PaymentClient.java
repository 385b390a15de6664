package ecommerce.order.paymentclient;

import ecommerce.defaults.serviceclient.ServiceClientAutoConfiguration;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.annotation.ClientRegistrationId;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

@HttpExchange("/internal/payments/{orderId}")
@ClientRegistrationId(ServiceClientAutoConfiguration.SERVICE)
public interface PaymentClient {

    record Authorisation(long userId, BigDecimal amount, String paymentToken) {

        @Override
        public String toString() {
            return "Authorisation[userId=%d, amount=%s]".formatted(userId, amount);
        }
    }

    record Payment(String paymentStatus, @Nullable String declineReason) {}

    @PutExchange
    Payment authorise(@PathVariable long orderId, @RequestBody Authorisation authorisation);

    @PostExchange("/capture")
    void capture(@PathVariable long orderId);

    @PostExchange("/void")
    void voidPayment(@PathVariable long orderId);
}
