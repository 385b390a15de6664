package ecommerce.system.application;

import java.util.Comparator;

/** A process of a service. Number 1 uses the service's own ports; each further instance adds 100. */
public record Instance(ServiceDefinition service, int number) implements Comparable<Instance> {

    private static final Comparator<Instance> ORDER =
            Comparator.comparing(Instance::service).thenComparing(Instance::number);

    private static final int DISTANCE = 100;

    public static Instance first(ServiceDefinition service) {
        return new Instance(service, 1);
    }

    public String name() {
        return number == 1 ? service.serviceName() : "%s-%d".formatted(service.serviceName(), number);
    }

    public int port(int offset) {
        return service.port(offset) + DISTANCE * (number - 1);
    }

    @Override
    public int compareTo(Instance other) {
        return ORDER.compare(this, other);
    }

    public int managementPort(int offset) {
        return service.managementPort(offset) + DISTANCE * (number - 1);
    }
}
