package ecommerce.proxyclient.auditclient;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "order-service", types = AuditClient.class)
@ImportHttpServices(group = "user-service", types = AuditClient.class)
@ImportHttpServices(group = "product-service", types = AuditClient.class)
@ImportHttpServices(group = "payment-service", types = AuditClient.class)
@ImportHttpServices(group = "shipping-service", types = AuditClient.class)
@ImportHttpServices(group = "favourite-service", types = AuditClient.class)
class AuditClientConfiguration {}
