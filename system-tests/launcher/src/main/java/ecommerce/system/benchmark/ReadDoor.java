package ecommerce.system.benchmark;

import ecommerce.system.application.ServiceDefinition;
import ecommerce.system.benchmark.load.NginxProxy;
import ecommerce.system.benchmark.process.Checkout;
import java.net.URI;
import java.util.Map;
import java.util.function.BiFunction;

/** The entry point through which reads reach product-service. */
enum ReadDoor {
    GATEWAY("through the gateway") {
        @Override
        <T> T with(Checkout checkout, BiFunction<URI, Map<String, ProcessHandle>, T> work) {
            return work.apply(checkout.uri(ServiceDefinition.API_GATEWAY), Map.of());
        }
    },
    DIRECT("direct") {
        @Override
        <T> T with(Checkout checkout, BiFunction<URI, Map<String, ProcessHandle>, T> work) {
            return work.apply(checkout.uri(ServiceDefinition.PRODUCT_SERVICE), Map.of());
        }
    },
    NGINX("through nginx") {
        @Override
        <T> T with(Checkout checkout, BiFunction<URI, Map<String, ProcessHandle>, T> work) {
            var program = NginxProxy.program().orElseThrow();
            try (var nginx = NginxProxy.start(program, checkout.uri(ServiceDefinition.PRODUCT_SERVICE))) {
                return work.apply(nginx.uri(), Map.of("nginx", nginx.process()));
            }
        }
    };

    private final String title;

    ReadDoor(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /**
     * Opens the entry point and runs the work with its address. The work also receives the processes that the entry
     * point adds to the shop.
     */
    abstract <T> T with(Checkout checkout, BiFunction<URI, Map<String, ProcessHandle>, T> work);
}
