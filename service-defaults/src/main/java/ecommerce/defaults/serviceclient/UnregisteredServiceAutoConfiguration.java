package ecommerce.defaults.serviceclient;

import java.io.IOException;
import java.net.ConnectException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.loadbalancer.LoadBalancerClient;
import org.springframework.cloud.client.loadbalancer.LoadBalancerRequest;
import org.springframework.cloud.loadbalancer.blocking.client.BlockingLoadBalancerClient;
import org.springframework.cloud.loadbalancer.config.BlockingLoadBalancerClientAutoConfiguration;
import org.springframework.cloud.loadbalancer.config.LoadBalancerAutoConfiguration;
import org.springframework.cloud.loadbalancer.support.LoadBalancerClientFactory;
import org.springframework.context.annotation.Bean;

/**
 * Makes a call to a service without a registered instance fail like a call to an instance that refuses connections.
 * Spring's client would throw an {@link IllegalArgumentException}, which is a 500 and which no circuit breaker records.
 */
@AutoConfiguration(
        after = LoadBalancerAutoConfiguration.class,
        before = BlockingLoadBalancerClientAutoConfiguration.class)
class UnregisteredServiceAutoConfiguration {

    @Bean
    @ConditionalOnBean(LoadBalancerClientFactory.class)
    LoadBalancerClient refusingLoadBalancerClient(LoadBalancerClientFactory loadBalancers) {
        return new Refusing(loadBalancers);
    }

    private static final class Refusing extends BlockingLoadBalancerClient {

        Refusing(LoadBalancerClientFactory loadBalancers) {
            super(loadBalancers);
        }

        /** @param instance null if the load balancer has found none */
        @Override
        public <T> T execute(String service, @Nullable ServiceInstance instance, LoadBalancerRequest<T> request)
                throws IOException {
            if (instance == null) {
                throw new ConnectException("No instance of %s is registered".formatted(service));
            }
            return super.execute(service, instance, request);
        }
    }
}
