package ecommerce.gateway;

import java.util.ArrayList;
import java.util.function.Function;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.cloud.gateway.server.mvc.config.RouteProperties;
import org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctionDefinition;
import org.springframework.stereotype.Component;

/**
 * Has all {@code lb://} routes go through {@link RetryElsewhere}, which would else have to be named at each: it is put around
 * what the gateway itself makes of that scheme.
 */
@Component
class LoadBalancedRoutes implements BeanPostProcessor {

    private static final String LB_SCHEME = "lbHandlerFunctionDefinition";

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (name.equals(LB_SCHEME) && bean instanceof Function<?, ?> lb) {
            @SuppressWarnings("unchecked")
            var factory = (Function<RouteProperties, HandlerFunctionDefinition>) lb;
            return factory.andThen(LoadBalancedRoutes::retried);
        }
        return bean;
    }

    private static HandlerFunctionDefinition retried(HandlerFunctionDefinition lb) {
        // The first of the filters is the outermost, whatever the lists are called.
        var outer = new ArrayList<>(lb.lowerPrecedenceFilters());
        outer.addFirst(new RetryElsewhere());
        return new HandlerFunctionDefinition.Default("lb", lb.handlerFunction(), outer, lb.higherPrecedenceFilters());
    }
}
