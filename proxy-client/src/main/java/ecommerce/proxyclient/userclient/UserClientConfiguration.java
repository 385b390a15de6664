package ecommerce.proxyclient.userclient;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

@Configuration(proxyBeanMethods = false)
@ImportHttpServices(
        group = "user-service",
        types = {UserClient.class, AccountClient.class, SignInClient.class, CustomerClient.class})
class UserClientConfiguration {}
