package ecommerce.proxyclient.orderclient;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

@Configuration(proxyBeanMethods = false)
@ImportHttpServices(
        group = "order-service",
        types = {
            CartClient.class,
            OrderClient.class,
            OrderCountClient.class,
            OrderedProductClient.class,
            ReconciliationClient.class
        })
class OrderClientConfiguration {}
