package ecommerce.defaults.lifecycle;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

@AutoConfiguration
class LifecycleAutoConfiguration {

    /**
     * @param wait longer than the registry's answers, everybody's copies of them and the load balancers' caches are old
     *     together, and shorter than spring.lifecycle.timeout-per-shutdown-phase
     */
    @Bean
    Draining draining(@Value("${shop.lifecycle.drain:0s}") Duration wait) {
        return new Draining(wait);
    }
}
