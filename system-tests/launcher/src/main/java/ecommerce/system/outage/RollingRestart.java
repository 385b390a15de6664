package ecommerce.system.outage;

import ecommerce.system.application.Instance;
import ecommerce.system.application.ServiceDefinition;
import ecommerce.system.stack.LocalStack;
import ecommerce.system.stack.TemporaryShop;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Replaces all instances as an ECS deployment does. A new instance starts first, and the old one stops when the new one
 * is registered. A gateway is removed from the load balancer before it stops. The registry and cloud-config have one
 * instance each and are restarted.
 */
final class RollingRestart implements Runnable {

    static final Set<ServiceDefinition> SINGLE =
            Set.of(ServiceDefinition.CLOUD_CONFIG, ServiceDefinition.SERVICE_DISCOVERY);

    private final LocalStack stack;
    private final Doors doors;

    RollingRestart(LocalStack stack, Doors doors) {
        this.stack = stack;
        this.doors = doors;
    }

    @Override
    public void run() {
        SINGLE.forEach(service -> restart(Instance.first(service)));
        try (var threads = Executors.newFixedThreadPool(TemporaryShop.A_FEW)) {
            ServiceDefinition.all().stream()
                    .filter(service -> !SINGLE.contains(service))
                    .<Future<?>>map(service -> threads.submit(() -> replaceAll(service)))
                    .toList()
                    .forEach(RollingRestart::join);
        }
    }

    void restart(Instance instance) {
        stack.process(instance).stop();
        stack.process(instance).start();
        await(instance);
    }

    private void replaceAll(ServiceDefinition service) {
        var old = instancesOf(service);
        var number = old.stream().max(Comparator.naturalOrder()).orElseThrow().number();
        for (var leaving : old) {
            replace(leaving, new Instance(service, ++number));
        }
    }

    private void replace(Instance leaving, Instance coming) {
        stack.add(coming).start();
        await(coming);
        if (leaving.service() == ServiceDefinition.API_GATEWAY) {
            doors.open(uri(coming));
            doors.close(uri(leaving));
        }
        stack.retire(leaving);
    }

    List<Instance> instancesOf(ServiceDefinition service) {
        return stack.instances().stream()
                .filter(instance -> instance.service() == service)
                .toList();
    }

    URI uri(Instance instance) {
        return URI.create("http://localhost:%d".formatted(instance.port(stack.portOffset())));
    }

    void await(Instance instance) {
        TemporaryShop.awaitReady(stack, instance);
    }

    private static void join(Future<?> replacing) {
        try {
            replacing.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
