package ecommerce.defaults.limit;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.Ordered;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Limits what a request may cost. */
@AutoConfiguration
@EnableConfigurationProperties({BodyLimits.class, RateProperties.class})
class LimitAutoConfiguration {

    /** Inside the filters for tracing and the gateway's access log, and outside all others. */
    private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 10;

    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimit(BodyLimits limits) {
        var registration = new FilterRegistrationBean<>(new BodyLimitFilter(limits));
        registration.setOrder(ORDER);
        return registration;
    }

    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> slowBody(BodyLimits limits) {
        return factory -> factory.addEngineValves(new SlowBodyValve(limits));
    }

    /** In each filter chain, so that a refusal has the security headers, and CORS headers at the gateway. */
    @Bean
    Customizer<HttpSecurity> declaredLength(
            @Lazy @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        return http -> http.addFilterAfter(new DeclaredLengthFilter(problems), HeaderWriterFilter.class);
    }

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
