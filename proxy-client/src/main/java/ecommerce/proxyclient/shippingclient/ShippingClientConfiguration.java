package ecommerce.proxyclient.shippingclient;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

@Configuration(proxyBeanMethods = false)
@ImportHttpServices(
        group = "shipping-service",
        types = {ParcelClient.class, ParcelCountClient.class, ParcelHistoryClient.class, ShippingClient.class})
class ShippingClientConfiguration {}
