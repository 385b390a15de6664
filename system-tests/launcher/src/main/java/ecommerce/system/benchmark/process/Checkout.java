package ecommerce.system.benchmark.process;

import ecommerce.system.application.ServiceDefinition;
import ecommerce.system.process.LauncherException;
import ecommerce.system.process.StateDirectory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** Controls a checkout of any version of the shop through that version's command line. */
public final class Checkout {

    private static final int QUIET_LOOKS = 4;
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final String label;
    private final Path root;
    private final int portOffset;
    private final Map<String, String> environment;
    private final ShopCommandLine commandLine;
    private final ShopProcesses processes;
    private volatile boolean up;
    private volatile boolean hasData;

    /** @param environment additional variables for the checkout's commands, which pass them on to the services */
    public Checkout(String label, Path root, int portOffset, Map<String, String> environment) {
        this(label, root, StateDirectory.of(root, portOffset), portOffset, environment);
    }

    /** Creates a checkout whose shop keeps its state in another folder than {@code ./shop} does. */
    public Checkout(String label, Path root, StateDirectory state, int portOffset, Map<String, String> environment) {
        this.label = label;
        this.root = root;
        this.portOffset = portOffset;
        this.environment = environment;
        this.commandLine = new ShopCommandLine(root, unlimited(environment));
        this.processes = new ShopProcesses(state);
        if (!Files.isExecutable(root.resolve("shop"))) {
            throw new LauncherException("%s is not a checkout of the shop: it has no ./shop.".formatted(root));
        }
    }

    /** The load comes from one address. */
    private static Map<String, String> unlimited(Map<String, String> environment) {
        var unlimited = new HashMap<>(environment);
        unlimited.put("RATE_LIMITS", "false");
        return unlimited;
    }

    /**
     * Starts the shop without data, which builds outdated jars. Then waits until the shop has made its AOT caches in
     * the background. Returns the time of the start without this wait.
     */
    public Duration upFresh() {
        var time = up("--fresh");
        awaitTrainings();
        return time;
    }

    private void awaitTrainings() {
        for (var quietLooks = 0; quietLooks < QUIET_LOOKS; ) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            quietLooks = processes.living().containsKey("aot-training") ? 0 : quietLooks + 1;
        }
    }

    /** Starts the shop with its existing data. */
    public Duration upAgain() {
        return up();
    }

    private Duration up(String... options) {
        up = true;
        var arguments = new ArrayList<>(List.of("up", "--detach", "--timeout", "600"));
        arguments.addAll(List.of(options));
        var time = shop(arguments);
        hasData = true;
        return time;
    }

    public Duration down() {
        var time = shop(List.of("down"));
        up = false;
        return time;
    }

    /** Stops the shop if this object has started it. */
    public synchronized void downIfUp() {
        if (up) {
            down();
        }
    }

    public void stop(ServiceDefinition service) {
        shop(List.of("stop", service.serviceName()));
    }

    public void start(ServiceDefinition service) {
        shop(List.of("start", service.serviceName()));
    }

    private Duration shop(List<String> arguments) {
        var all = new ArrayList<>(arguments);
        all.addAll(List.of("--port-offset", Integer.toString(portOffset)));
        return commandLine.shop(all);
    }

    /** Clones the committed state of this checkout into another folder. */
    public void cloneTo(Path folder) {
        commandLine.run(List.of("git", "clone", "--quiet", root.toString(), folder.toString()));
    }

    /** Returns a checkout in another folder with the same label, ports and environment. */
    public Checkout at(Path folder) {
        return new Checkout(label, folder, portOffset, environment);
    }

    /** Returns the short commit id, with {@code +changes} if there are uncommitted changes. */
    public String commit() {
        var commit = commandLine.run(List.of("git", "rev-parse", "--short", "HEAD"));
        return commandLine.run(List.of("git", "status", "--porcelain")).isEmpty() ? commit : commit + "+changes";
    }

    /** Returns whether the shop has run before, so that it has data. */
    public boolean hasData() {
        return hasData;
    }

    public URI uri(ServiceDefinition service) {
        return URI.create("http://localhost:%d".formatted(service.port(portOffset)));
    }

    public ShopProcesses processes() {
        return processes;
    }

    public String label() {
        return label;
    }

    public int portOffset() {
        return portOffset;
    }
}
