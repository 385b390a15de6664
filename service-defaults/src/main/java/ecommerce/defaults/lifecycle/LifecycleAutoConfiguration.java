package ecommerce.defaults.lifecycle;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

@AutoConfiguration
class LifecycleAutoConfiguration {

    /**
     * @param wait how long to drain; must exceed the combined maximum age of the registry's responses, the clients'
     *     copies of them and the load balancers' caches, and must be shorter than
     *     spring.lifecycle.timeout-per-shutdown-phase
     */
    @Bean
    Draining draining(@Value("${shop.lifecycle.drain:0s}") Duration wait) {
        return new Draining(wait);
    }
}
