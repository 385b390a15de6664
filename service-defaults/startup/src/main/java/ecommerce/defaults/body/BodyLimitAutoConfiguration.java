package ecommerce.defaults.body;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
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

/** Limits the bodies of all requests. {@code request-limits.yml} has the limits. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(BodyLimits.class)
class BodyLimitAutoConfiguration {

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
}
