package ecommerce.system.outage;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Stands in for the load balancer: distributes requests over the open gateways in turn. A gateway must be closed here
 * before it stops.
 */
final class Doors implements Supplier<URI> {

    private final List<URI> open = new CopyOnWriteArrayList<>();
    private final AtomicInteger next = new AtomicInteger();

    void open(URI gateway) {
        open.add(gateway);
    }

    void close(URI gateway) {
        open.remove(gateway);
    }

    @Override
    public URI get() {
        var doors = List.copyOf(open);
        return doors.get(Math.floorMod(next.getAndIncrement(), doors.size()));
    }
}
