package ecommerce.system.application;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** The ten services and their ports. A shop's port offset is added to each port. */
public enum ServiceDefinition {
    SERVICE_DISCOVERY("service-discovery", 8761),
    CLOUD_CONFIG("cloud-config", 8888),
    API_GATEWAY("api-gateway", 8080),
    USER_SERVICE("user-service", 8081),
    PRODUCT_SERVICE("product-service", 8082),
    ORDER_SERVICE("order-service", 8083),
    PAYMENT_SERVICE("payment-service", 8084),
    SHIPPING_SERVICE("shipping-service", 8085),
    FAVOURITE_SERVICE("favourite-service", 8086),
    PROXY_CLIENT("proxy-client", 8087);

    /** The database's port. */
    public static final int DATABASE_PORT = 15432;

    private static final int MANAGEMENT_DISTANCE = 1000;

    private final String serviceName;
    private final int port;

    ServiceDefinition(String serviceName, int port) {
        this.serviceName = serviceName;
        this.port = port;
    }

    public static Optional<ServiceDefinition> named(String name) {
        return Arrays.stream(values())
                .filter(service -> service.serviceName.equals(name))
                .findFirst();
    }

    /** Returns the service's name, which is also the name of its folder, its jar and its entry in the registry. */
    public String serviceName() {
        return serviceName;
    }

    public int port(int offset) {
        return port + offset;
    }

    public int managementPort(int offset) {
        return port + MANAGEMENT_DISTANCE + offset;
    }

    public Path jar(Path root) {
        return root.resolve(serviceName).resolve("target").resolve(serviceName + "-0.1.0.jar");
    }
}
