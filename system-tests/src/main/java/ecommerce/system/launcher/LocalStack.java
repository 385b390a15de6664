package ecommerce.system.launcher;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The whole shop on this machine: an embedded PostgreSQL and the ten services, each a process of its own. Tests and the
 * command line use it alike. The jars must have been built.
 */
public final class LocalStack implements AutoCloseable {

    private final StateDirectory state;
    private final int portOffset;
    private final EmbeddedDatabase database;
    private final Map<ServiceDefinition, ServiceProcess> services = new EnumMap<>(ServiceDefinition.class);

    /**
     * A shop that isn't running yet.
     *
     * @param root the checkout's root, where the jars are
     * @param state where it keeps its data and logs
     * @param portOffset how far all ports are moved
     * @param environment more environment variables for all services
     */
    public LocalStack(Path root, StateDirectory state, int portOffset, Map<String, String> environment) {
        this.state = state;
        this.portOffset = portOffset;
        this.database = new EmbeddedDatabase(state, ServiceDefinition.DATABASE_PORT + portOffset);
        for (var service : ServiceDefinition.values()) {
            var jar = service.jar(root);
            var command = ServiceCommand.of(service, state.copyOf(jar));
            var variables = ServiceCommand.environment(service, portOffset, environment);
            services.put(
                    service,
                    new ServiceProcess(service.serviceName(), command, variables, state, () -> state.copy(jar)));
        }
    }

    /** Starts the database and, in no order, all services; does not wait for them. */
    public void start(boolean fresh) {
        stopLeftovers();
        Ports.requireFree(portOffset);
        if (fresh) {
            state.wipeData();
        }
        database.start();
        services.values().parallelStream().forEach(ServiceProcess::start);
    }

    /**
     * Waits until all services are ready and registered, telling of each step.
     *
     * @throws LauncherException for a service that ends, or isn't ready in time
     */
    public void awaitReady(Duration patience, ProgressListener listener) {
        new Progress(this, new Health(portOffset), listener).await(patience);
    }

    public ServiceProcess service(ServiceDefinition service) {
        return services.get(service);
    }

    /** Where a service answers. */
    public URI uri(ServiceDefinition service) {
        return URI.create("http://localhost:%d".formatted(service.port(portOffset)));
    }

    /** Where a service's actuator answers. */
    public URI managementUri(ServiceDefinition service) {
        return URI.create("http://localhost:%d".formatted(service.managementPort(portOffset)));
    }

    /** A JDBC URL with the administrator's user and password. */
    public String databaseUrl() {
        return database.url();
    }

    public StateDirectory state() {
        return state;
    }

    /** Stops all services at once, then the database. */
    @Override
    public void close() {
        services.values().parallelStream().forEach(ServiceProcess::stop);
        database.stop();
    }

    /** Ends what an earlier launcher of this shop left behind when it was killed. */
    void stopLeftovers() {
        List<String> names = new ArrayList<>();
        Stream.of(ServiceDefinition.values()).map(ServiceDefinition::serviceName).forEach(names::add);
        names.add("postgres");
        for (var name : names) {
            state.process(name).ifPresent(process -> {
                process.destroy();
                if (!ServiceProcess.ended(process, Duration.ofSeconds(20))) {
                    process.destroyForcibly();
                    ServiceProcess.ended(process, Duration.ofSeconds(20));
                }
            });
            state.forget(name);
        }
    }
}
