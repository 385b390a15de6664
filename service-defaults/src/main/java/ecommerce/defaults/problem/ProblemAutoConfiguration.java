package ecommerce.defaults.problem;

import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Renders all errors as problem details. */
@AutoConfiguration(before = ErrorMvcAutoConfiguration.class)
@Import({
    ProblemDetailsAdvice.class,
    TooLargeBodyAdvice.class,
    DisconnectedClientAdvice.class,
    UpstreamProblemAdvice.class,
    ProblemErrorController.class
})
class ProblemAutoConfiguration {

    /** Inside the filters for tracing and the limits of bodies, and outside all others. */
    private static final int FILTER_ORDER = Ordered.HIGHEST_PRECEDENCE + 20;

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemErrorReport() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ProblemErrorReportValve.class.getName());
            }
        });
    }

    @Bean
    FilterRegistrationBean<FilterProblems> filterProblems(
            @Lazy @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        var registration = new FilterRegistrationBean<>(new FilterProblems(problems));
        registration.setOrder(FILTER_ORDER);
        return registration;
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(
            name = {"org.postgresql.util.PSQLException", "org.springframework.data.core.PropertyReferenceException"})
    @EnableConfigurationProperties(UniqueFields.class)
    @Import(DataProblemAdvice.class)
    static class WithDatabase {}
}
