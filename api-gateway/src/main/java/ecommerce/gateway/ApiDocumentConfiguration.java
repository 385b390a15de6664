package ecommerce.gateway;

import java.util.LinkedHashSet;
import org.springdoc.core.properties.AbstractSwaggerUiConfigProperties.SwaggerUrl;
import org.springdoc.core.properties.SwaggerUiConfigProperties;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lists every service that the gateway routes to in the menu of Swagger UI. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "springdoc.api-docs.enabled", matchIfMissing = true)
class ApiDocumentConfiguration {

    @Bean
    SmartInitializingSingleton apiDocuments(SwaggerUiConfigProperties swaggerUi, ServiceRoutes services) {
        return () -> {
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
