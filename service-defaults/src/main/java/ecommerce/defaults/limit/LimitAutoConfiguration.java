package ecommerce.defaults.limit;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Limits how many requests a user may send. */
@AutoConfiguration
@EnableConfigurationProperties(RateProperties.class)
class LimitAutoConfiguration {

    @Bean
    @ConditionalOnBooleanProperty("shop.limits.rate.enabled")
    WebMvcConfigurer userRate(RateProperties rate) {
        var users = new RateBuckets(rate.user(), rate.callers());
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new UserRate(users)).order(Ordered.HIGHEST_PRECEDENCE);
            }
        };
    }

    /** Documents the answers that any operation may give. */
    @Bean
    OperationCustomizer limitAnswers() {
        return (operation, method) -> {
            document(operation, "429", "Too many requests. Retry-After has the seconds to wait.");
            if (operation.getRequestBody() != null) {
                document(operation, "413", "The body is too large.");
            }
            return operation;
        };
    }

    private static void document(Operation operation, String status, String description) {
        if (operation.getResponses() != null) {
            operation.getResponses().computeIfAbsent(status, any -> new ApiResponse().description(description));
        }
    }
}
