package ecommerce.gateway;

import java.net.URI;
import java.util.LinkedHashSet;
import org.springdoc.core.properties.AbstractSwaggerUiConfigProperties.SwaggerUrl;
import org.springdoc.core.properties.SwaggerUiConfigProperties;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lists every service that the gateway routes to in the menu of Swagger UI, and gives the page the shop's own address. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "springdoc.api-docs.enabled", matchIfMissing = true)
class ApiDocumentConfiguration {

    @Bean
    SmartInitializingSingleton apiDocuments(
            SwaggerUiConfigProperties swaggerUi,
            ServiceRoutes services,
            @Value("${shop.cors.public-url}") URI publicUrl) {
        return () -> {
            // springdoc would take the host from the request, which a client chooses.
            swaggerUi.setOauth2RedirectUrl(
                    publicUrl.resolve("/swagger-ui/oauth2-redirect.html").toString());
            var documents = new LinkedHashSet<SwaggerUrl>();
            services.routes().keySet().forEach(name -> documents.add(new SwaggerUrl(name, document(name), name)));
            swaggerUi.setUrls(documents);
        };
    }

    /** Returns the path of a service's OpenAPI document at the gateway. */
    static String document(String service) {
        return "/v3/api-docs/" + service;
    }
}
