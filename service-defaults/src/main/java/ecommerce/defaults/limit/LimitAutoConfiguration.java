package ecommerce.defaults.limit;

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
}
