package ecommerce.proxyclient.productclient;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

@Configuration(proxyBeanMethods = false)
@ImportHttpServices(
        group = "product-service",
        types = {
            CategoryStaffClient.class,
            ImportClient.class,
            LowStockCountClient.class,
            ProductClient.class,
            ProductStaffClient.class,
            StockClient.class
        })
class ProductClientConfiguration {}
