package ecommerce.system.launcher;

import ecommerce.system.stack.Health;
import ecommerce.system.stack.ServiceDefinition;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "status", description = "Says how each service is; exits with 1 unless all are ready.")
final class StatusCommand implements Callable<Integer> {

    @Mixin
    private ShopOptions shop;

    @Override
    public Integer call() {
        var stack = shop.stack();
        var health = new Health(shop.portOffset());
        var registry = health.registry();
        var allReady = true;
        for (var instance : stack.instances()) {
            var process = stack.process(instance).process();
            var ready = process.isPresent() && health.isReady(instance);
            allReady &= ready;
            System.out.printf(
                    "%-18s %-12s %-14s pid %-8s port %d%n",
                    instance.name(),
                    process.isEmpty() ? "stopped" : ready ? "ready" : "not ready",
                    health.isRegistered(instance, registry) ? "registered" : "-",
                    process.map(handle -> Long.toString(handle.pid())).orElse("-"),
                    instance.port(shop.portOffset()));
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
}
