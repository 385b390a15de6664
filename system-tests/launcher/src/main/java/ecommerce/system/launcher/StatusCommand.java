package ecommerce.system.launcher;

import ecommerce.system.application.ServiceDefinition;
import ecommerce.system.options.ShopOptions;
import ecommerce.system.process.ServiceProcess;
import ecommerce.system.stack.Health;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "status", description = "Shows the state of each service; exits with 1 unless all services are ready.")
final class StatusCommand implements Callable<Integer> {

    private static final int LAST_LINES = 10;

    @Mixin
    private ShopOptions shop;

    @Override
    public Integer call() {
        var stack = shop.stack();
        var health = new Health(shop.portOffset());
        var registry = health.registry();
        var allReady = true;
        for (var instance : stack.instances()) {
            var service = stack.process(instance);
            var process = service.process();
            var ready = process.isPresent() && health.isReady(instance);
            allReady &= ready;
            System.out.printf(
                    "%-18s %-12s %-14s pid %-8s port %d%n",
                    instance.name(),
                    state(service, ready),
                    health.isRegistered(instance, registry) ? "registered" : "-",
                    process.map(handle -> Long.toString(handle.pid())).orElse("-"),
                    instance.port(shop.portOffset()));
            if (service.hasDied()) {
                System.out.printf("    Last lines of %s:%n", service.log());
                service.lastLines(LAST_LINES).forEach(line -> System.out.println("    " + line));
            }
        }
        var database = shop.state().process("postgres");
        System.out.printf(
                "%-18s %-12s %-14s pid %-8s port %d%n",
                "postgres",
                database.isPresent() ? "running" : "stopped",
                "-",
                database.map(handle -> Long.toString(handle.pid())).orElse("-"),
                ServiceDefinition.DATABASE_PORT + shop.portOffset());
        return allReady && database.isPresent() ? 0 : 1;
    }

    private static String state(ServiceProcess service, boolean ready) {
        if (service.isAlive()) {
            return ready ? "ready" : "not ready";
        }
        return service.hasDied() ? "died" : "stopped";
    }
}
