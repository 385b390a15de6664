package ecommerce.proxyclient.favouriteclient;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

@Configuration(proxyBeanMethods = false)
@ImportHttpServices(
        group = "favourite-service",
        types = {FavouriteClient.class, FavouriteStaffClient.class})
class FavouriteClientConfiguration {}
