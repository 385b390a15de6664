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

/** Runs a shop on this machine: an embedded PostgreSQL and the processes of the services. The jars must be built. */
public final class LocalStack implements AutoCloseable {

    private final StateDirectory state;
    private final int portOffset;
    private final Map<String, String> environment;
    private final EmbeddedDatabase database;
    private final Applications applications;
    private final Migrations migrations;
    private volatile boolean closed;
    private final Map<Instance, ServiceProcess> processes = new ConcurrentSkipListMap<>();

    /** Creates a shop with one process per service and a server's compilers, without starting it. */
    public LocalStack(Path root, StateDirectory state, int portOffset, Map<String, String> environment) {
        this(root, state, portOffset, environment, Map.of(), Compilation.TIERED);
    }

    /**
     * Creates a shop without starting it.
     *
     * @param root the checkout's root, where the jars are
     * @param state the folder of the shop's data and logs
     * @param portOffset added to all ports
     * @param environment additional environment variables for all services
     * @param replicas the number of processes of a service; 1 for services that aren't in the map
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
        this.migrations = new Migrations(applications, database);
        for (var service : ServiceDefinition.all()) {
            for (var number = 1; number <= replicas.getOrDefault(service, 1); number++) {
                add(new Instance(service, number));
            }
        }
    }

    /** Adds an instance without starting it. */
    public ServiceProcess add(Instance instance) {
        var service = instance.service();
        var variables = ServiceCommand.environment(instance, portOffset, environment);
        var process = new ServiceProcess(instance.name(), () -> migrations.command(service), variables, state);
        processes.put(instance, process);
        return process;
    }

    /** Stops an instance and removes it from the shop. */
    public void retire(Instance instance) {
        process(instance).stop();
        processes.remove(instance);
    }

    /** Starts the database and then all services concurrently. Doesn't wait until they are ready. */
    public void start(boolean fresh) {
        startDatabase(fresh);
        AtOnce.forEach(processes.values(), this::startUnlessClosed);
    }

    void startDatabase(boolean fresh) {
        stopLeftovers();
        Ports.requireFree(portOffset, instances());
        if (fresh) {
            state.wipeData();
        }
        state.deleteApplications();
        database.start();
    }

    void startUnlessClosed(ServiceProcess process) {
        if (!closed) {
            process.start();
        }
        if (closed) {
            process.stop();
        }
    }

    /**
     * Waits until all services are ready and registered. Notifies the listener of each step.
     *
     * @throws LauncherException if a service ends or isn't ready in time
     */
    public void awaitReady(Duration patience, ProgressListener listener) {
        new Progress(this, new Health(portOffset), listener).await(patience);
    }

    /** Returns all instances of the shop, sorted by service. */
    public List<Instance> instances() {
        return List.copyOf(processes.keySet());
    }

    public ServiceProcess process(Instance instance) {
        return Objects.requireNonNull(processes.get(instance), instance.name());
    }

    /** Returns the first process of a service. */
    public ServiceProcess service(ServiceDefinition service) {
        return process(Instance.first(service));
    }

    public int portOffset() {
        return portOffset;
    }

    /** Kills the database and starts it again, which takes some seconds. */
    public void crashDatabase() {
        database.crash();
    }

    /** Returns the base URI of a service. */
    public URI uri(ServiceDefinition service) {
        return URI.create("http://localhost:%d".formatted(service.port(portOffset)));
    }

    /** Returns the base URI of a service's actuator. */
    public URI managementUri(ServiceDefinition service) {
        return URI.create("http://localhost:%d".formatted(service.managementPort(portOffset)));
    }

    /** Returns a JDBC URL with the administrator's user name and password. */
    public String databaseUrl() {
        return database.url();
    }

    public StateDirectory state() {
        return state;
    }

    /** Creates a training that makes the missing AOT caches while the shop runs. */
    public AotTraining training(Consumer<String> listener) {
        return new AotTraining(applications.missingCaches(), applications.trainingSettings(), state, listener);
    }

    /** Stops all services, then the database. Also stops services that are being started concurrently. */
    @Override
    public void close() {
        closed = true;
        try {
            stopServices();
        } finally {
            database.stop();
        }
    }

    /** Stops the processes that a killed launcher of this shop has left running. */
    public void stopLeftovers() {
        Leftovers.stop(state);
    }

    /** Stops all services concurrently and the registry last, so that the others can deregister. */
    private void stopServices() {
        var registry = service(ServiceDefinition.SERVICE_DISCOVERY);
        var others = processes.values().stream()
                .filter(process -> process != registry)
                .toList();
        AtOnce.forEach(others, ServiceProcess::stop);
        registry.stop();
    }
}
