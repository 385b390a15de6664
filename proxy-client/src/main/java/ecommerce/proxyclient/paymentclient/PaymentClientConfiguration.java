package ecommerce.proxyclient.paymentclient;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

@Configuration(proxyBeanMethods = false)
@ImportHttpServices(
        group = "payment-service",
        types = {PaymentClient.class, PaymentSearchClient.class, RefundClient.class, RefundCountClient.class})
class PaymentClientConfiguration {}
