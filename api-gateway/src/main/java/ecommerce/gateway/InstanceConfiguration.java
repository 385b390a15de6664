package ecommerce.gateway;

import org.springframework.cloud.loadbalancer.core.ServiceInstanceListSupplier;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** Configures the load balancer. Spring Cloud creates a separate context from this class for each service that is called. */
class InstanceConfiguration {

    @Bean
    ServiceInstanceListSupplier instances(ConfigurableApplicationContext context) {
        return ServiceInstanceListSupplier.builder()
                .withBlockingDiscoveryClient()
                .withCaching()
                .with((_, registered) -> new UntriedInstances(registered))
                .build(context);
    }
}
