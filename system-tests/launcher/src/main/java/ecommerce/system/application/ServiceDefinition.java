package ecommerce.system.application;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A service of the shop, as {@code infra/services.json} lists it.
 *
 * @param serviceName also the name of its folder, its jar and its entry in the registry
 * @param position its place in the list
 * @param port its port where no offset moves it
 * @param schema its schema in the database; empty if it stores nothing
 * @param secrets the environment variables that hold its secrets, apart from those of the database
 * @param calls the services that it calls, by name, with the scopes of each call
 */
public record ServiceDefinition(
        String serviceName,
        int position,
        int port,
        Optional<String> schema,
        List<String> secrets,
        Map<String, List<String>> calls)
        implements Comparable<ServiceDefinition> {

    private static final List<ServiceDefinition> ALL = ServiceList.read();

    public static final ServiceDefinition SERVICE_DISCOVERY = of("service-discovery");
    public static final ServiceDefinition CLOUD_CONFIG = of("cloud-config");
    public static final ServiceDefinition API_GATEWAY = of("api-gateway");
    public static final ServiceDefinition USER_SERVICE = of("user-service");
    public static final ServiceDefinition PRODUCT_SERVICE = of("product-service");
    public static final ServiceDefinition ORDER_SERVICE = of("order-service");
    public static final ServiceDefinition PAYMENT_SERVICE = of("payment-service");
    public static final ServiceDefinition SHIPPING_SERVICE = of("shipping-service");
    public static final ServiceDefinition PROXY_CLIENT = of("proxy-client");

    /** The database's port. */
    public static final int DATABASE_PORT = 15432;

    private static final int MANAGEMENT_DISTANCE = 1000;

    /** Returns all services in the order of the list. */
    public static List<ServiceDefinition> all() {
        return ALL;
    }

    /** Returns the services that customers reach through the gateway. */
    public static List<ServiceDefinition> behindGateway() {
        var others = List.of(SERVICE_DISCOVERY, CLOUD_CONFIG, API_GATEWAY);
        return ALL.stream().filter(service -> !others.contains(service)).toList();
    }

    public static Optional<ServiceDefinition> named(String name) {
        return ALL.stream().filter(service -> service.serviceName.equals(name)).findFirst();
    }

    /** Returns the service of this name. Throws {@link java.util.NoSuchElementException} if there is none. */
    public static ServiceDefinition of(String name) {
        return named(name).orElseThrow();
    }

    /** Returns whether callers sign in with a password that all services share, and not with a token. */
    public boolean checksPasswords() {
        return this == SERVICE_DISCOVERY || this == CLOUD_CONFIG;
    }

    public boolean isCaller() {
        return !calls.isEmpty();
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

    @Override
    public int compareTo(ServiceDefinition other) {
        return Integer.compare(position, other.position);
    }

    @Override
    public String toString() {
        return serviceName;
    }
}
