package ecommerce.gateway;

import static org.springframework.cloud.gateway.server.mvc.common.MvcUtils.GATEWAY_REQUEST_URL_ATTR;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.loadbalancer.Request;
import org.springframework.cloud.client.loadbalancer.RequestDataContext;
import org.springframework.cloud.loadbalancer.core.DelegatingServiceInstanceListSupplier;
import org.springframework.cloud.loadbalancer.core.ServiceInstanceListSupplier;
import org.springframework.web.servlet.function.ServerRequest;
import reactor.core.publisher.Flux;

/**
 * Offers the load balancer only instances that haven't failed the request. All requests take turns, so the next instance
 * in turn may be the one that has just failed. If all have failed, all are offered again. Spring Cloud's retry-aware
 * supplier does the same for the services' own clients, but the gateway's filter doesn't tell it what failed.
 */
final class UntriedInstances extends DelegatingServiceInstanceListSupplier {

    private static final String TRIED = UntriedInstances.class.getName() + ".tried";

    UntriedInstances(ServiceInstanceListSupplier delegate) {
        super(delegate);
    }

    /** Excludes the instance that the request was last sent to from the next attempts of this request. */
    @SuppressWarnings("unchecked")
    static void exclude(ServerRequest request) {
        if (request.attributes().get(GATEWAY_REQUEST_URL_ATTR) instanceof URI uri) {
            var tried = (Set<String>) request.attributes().computeIfAbsent(TRIED, _ -> new HashSet<String>());
            tried.add(uri.getAuthority());
        }
    }

    @Override
    public Flux<List<ServiceInstance>> get() {
        return delegate.get();
    }

    @Override
    @SuppressWarnings("rawtypes") // as the interface
    public Flux<List<ServiceInstance>> get(Request request) {
        var instances = delegate.get(request);
        var tried = tried(request);
        return tried == null ? instances : instances.map(all -> without(tried, all));
    }

    private static @Nullable Set<?> tried(Request<?> request) {
        if (request.getContext() instanceof RequestDataContext context) {
            var data = context.getClientRequest();
            return data != null && data.getAttributes().get(TRIED) instanceof Set<?> tried ? tried : null;
        }
        return null;
    }

    private static List<ServiceInstance> without(Set<?> tried, List<ServiceInstance> instances) {
        var untried = instances.stream()
                .filter(instance -> !tried.contains(instance.getHost() + ":" + instance.getPort()))
                .toList();
        return untried.isEmpty() ? instances : untried;
    }
}
