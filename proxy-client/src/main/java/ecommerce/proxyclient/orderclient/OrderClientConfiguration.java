package ecommerce.proxyclient.orderclient;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

@Configuration(proxyBeanMethods = false)
@ImportHttpServices(
        group = "order-service",
        types = {
            AfterSaleClient.class,
            CartClient.class,
            CartStaffClient.class,
            OrderClient.class,
            OrderCountClient.class,
            OrderHistoryClient.class,
            OrderSearchClient.class,
            OrderedProductClient.class,
            ReconciliationClient.class,
            ReturnRequestClient.class
        })
class OrderClientConfiguration {}
