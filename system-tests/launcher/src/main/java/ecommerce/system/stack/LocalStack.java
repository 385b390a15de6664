package ecommerce.system.stack;

import ecommerce.system.application.Applications;
import ecommerce.system.application.Compilation;
import ecommerce.system.application.Instance;
import ecommerce.system.application.Ports;
import ecommerce.system.application.ServiceCommand;
import ecommerce.system.application.ServiceDefinition;
import ecommerce.system.process.AtOnce;
import ecommerce.system.process.LauncherException;
import ecommerce.system.process.ServiceProcess;
import ecommerce.system.process.StateDirectory;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** The whole shop on this machine: an embedded PostgreSQL and a process for each service. The jars must be built. */
public final class LocalStack implements AutoCloseable {

    private final StateDirectory state;
    private final int portOffset;
    private final Map<String, String> environment;
    private final EmbeddedDatabase database;
    private final Applications applications;
    private volatile boolean closed;
    private final Map<Instance, ServiceProcess> processes = new ConcurrentSkipListMap<>();

    /** A shop that isn't running yet, with one process of each service, compiled as on a server. */
    public LocalStack(Path root, StateDirectory state, int portOffset, Map<String, String> environment) {
        this(root, state, portOffset, environment, Map.of(), Compilation.TIERED);
    }

    /**
     * A shop that isn't running yet.
     *
     * @param root the checkout's root, where the jars are
     * @param state where it keeps its data and logs
     * @param portOffset how far all ports are moved
     * @param environment more environment variables for all services
     * @param replicas of how many processes a service is, where it isn't one
     * @param compilation which compilers the services use
     */
    public LocalStack(
            Path root,
            StateDirectory state,
            int portOffset,
            Map<String, String> environment,
            Map<ServiceDefinition, Integer> replicas,
            Compilation compilation) {
        this.state = state;
        this.portOffset = portOffset;
        this.environment = Map.copyOf(environment);
        this.applications = new Applications(root, compilation);
        this.database = new EmbeddedDatabase(state, ServiceDefinition.DATABASE_PORT + portOffset);
        for (var service : ServiceDefinition.all()) {
            for (var number = 1; number <= replicas.getOrDefault(service, 1); number++) {
                add(new Instance(service, number));
            }
        }
    }

    /** One process more, which isn't running yet. */
    public ServiceProcess add(Instance instance) {
        var variables = ServiceCommand.environment(instance, portOffset, environment);
        var process =
                new ServiceProcess(instance.name(), () -> applications.command(instance.service()), variables, state);
        processes.put(instance, process);
        return process;
    }

    /** Stops one process for good. */
    public void retire(Instance instance) {
        process(instance).stop();
        processes.remove(instance);
    }

    /** Starts the database and, in no order, all services; does not wait for them. */
    public void start(boolean fresh) {
        stopLeftovers();
        Ports.requireFree(portOffset, instances());
        if (fresh) {
            state.wipeData();
        }
        state.deleteApplications();
        database.start();
        AtOnce.forEach(processes.values(), this::startUnlessClosed);
    }

    private void startUnlessClosed(ServiceProcess process) {
        if (!closed) {
            process.start();
        }
        if (closed) {
            process.stop();
        }
    }

    /**
     * Waits until all services are ready and registered, telling of each step.
     *
     * @throws LauncherException for a service that ends, or isn't ready in time
     */
    public void awaitReady(Duration patience, ProgressListener listener) {
        new Progress(this, new Health(portOffset), listener).await(patience);
    }

    /** Runs a fresh shop for as long as some work takes; it is gone afterwards, however that ends. */
    public <T> T runFor(Function<LocalStack, T> work) {
        var hook = new Thread(this::close);
        Runtime.getRuntime().addShutdownHook(hook);
        try (this) {
            start(true);
            awaitReady(Duration.ofMinutes(6), (instance, step, since) -> {});
            var result = work.apply(this);
            Runtime.getRuntime().removeShutdownHook(hook);
            return result;
        }
    }

    /** All processes that there are to be, the replicas of a service together. */
    public List<Instance> instances() {
        return List.copyOf(processes.keySet());
    }

    public ServiceProcess process(Instance instance) {
        return Objects.requireNonNull(processes.get(instance), instance.name());
    }

    /** The first, or only, process of a service. */
    public ServiceProcess service(ServiceDefinition service) {
        return process(Instance.first(service));
    }

    public int portOffset() {
        return portOffset;
    }

    /** Ends the database as a crash would, and starts it again, which takes some seconds. */
    public void crashDatabase() {
        database.kill();
        database.start();
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

    /** Prepares to make the AOT caches that services lack, aside from the running shop. */
    public AotTraining training(Consumer<String> listener) {
        return new AotTraining(applications.missingCaches(), applications.trainingSettings(), state, listener);
    }

    /** Stops all services, then the database. A service that is being started meanwhile stops, too. */
    @Override
    public void close() {
        closed = true;
        try {
            stopServices();
        } finally {
            database.stop();
        }
    }

    /** Stops what an earlier launcher of this shop left behind when it was killed. */
    public void stopLeftovers() {
        Leftovers.stop(state);
    }

    /** Stops all services concurrently, then the registry, so that the others can deregister first. */
    private void stopServices() {
        var registry = process(Instance.first(ServiceDefinition.SERVICE_DISCOVERY));
        var others = processes.values().stream()
                .filter(process -> process != registry)
                .toList();
        AtOnce.forEach(others, ServiceProcess::stop);
        registry.stop();
    }
}
