package ecommerce.system.benchmark;

import ecommerce.system.application.ServiceDefinition;
import ecommerce.system.benchmark.load.LoadResult;
import ecommerce.system.benchmark.load.NginxProxy;
import ecommerce.system.benchmark.load.ReadLoad;
import ecommerce.system.benchmark.process.Checkout;
import ecommerce.system.benchmark.report.Figure;
import ecommerce.system.client.ShopClient;
import ecommerce.system.process.LauncherException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Measures the reads per second of one resource, through each of its entry points in turn. */
final class Reads implements Measurement {

    private final String what;
    private final String path;
    private final List<ReadDoor> doors;
    private final BenchmarkSettings settings;

    private Reads(String what, String path, List<ReadDoor> doors, BenchmarkSettings settings) {
        this.what = what;
        this.path = path;
        this.doors = doors;
        this.settings = settings;
    }

    static List<Measurement> all(BenchmarkSettings settings) {
        var doors = new ArrayList<>(List.of(ReadDoor.GATEWAY, ReadDoor.DIRECT));
        if (NginxProxy.program().isPresent()) {
            doors.add(ReadDoor.NGINX);
        }
        var gateway = List.of(ReadDoor.GATEWAY);
        return List.of(
                new Reads("one product", "/api/products/%d", doors, settings),
                new Reads("page of 20", "/api/products?size=20", gateway, settings),
                new Reads("search", "/api/products?q=headphones&size=20", gateway, settings));
    }

    /** Returns the measurements of the web shop's pages, which proxy-client renders. */
    static List<Measurement> pages(BenchmarkSettings settings) {
        var gateway = List.of(ReadDoor.GATEWAY);
        return List.of(
                new Reads("home page", "/app/", gateway, settings),
                new Reads("page of a search", "/app/search?q=headphones", gateway, settings));
    }

    @Override
    public String title() {
        return "Reads: %s, %d connections".formatted(what, settings.connections());
    }

    @Override
    public void warmUp(Checkout checkout) {
        doors.forEach(door -> read(checkout, door, settings.warmUp()));
    }

    @Override
    public List<Figure> measure(Checkout checkout) {
        var throughputs = new EnumMap<ReadDoor, Figure>(ReadDoor.class);
        var figures = new ArrayList<Figure>();
        for (var door : doors) {
            var result = read(checkout, door, settings.measured());
            throughputs.put(door, result.perSecond(door.title() + ": requests"));
            figures.add(throughputs.get(door));
            figures.addAll(result.latencies(door.title() + ":", latency -> latency));
            figures.addAll(result.processorTimes(door.title() + ": processor time a request"));
        }
        figures.addAll(ratios(throughputs));
        return figures;
    }

    private static List<Figure> ratios(Map<ReadDoor, Figure> throughputs) {
        var direct = throughputs.get(ReadDoor.DIRECT);
        return direct == null
                ? List.of()
                : throughputs.entrySet().stream()
                        .filter(entry -> entry.getKey() != ReadDoor.DIRECT)
                        .map(entry -> Figure.ratio(
                                "%s / direct".formatted(entry.getKey().title()), entry.getValue(), direct))
                        .toList();
    }

    private LoadResult<Duration> read(Checkout checkout, ReadDoor door, Duration time) {
        var found = path.formatted(productId(checkout));
        var load = new ReadLoad(settings.connections());
        return door.with(
                checkout,
                (base, processes) -> load.run(
                        base.resolve(found), time, () -> checkout.processes().times(processes)));
    }

    /** Returns the id of a product that the search finds, so that no read returns an empty result. */
    private static long productId(Checkout checkout) {
        var shop = new ShopClient(checkout.uri(ServiceDefinition.API_GATEWAY));
        var answer = shop.send("GET", "/api/products?q=headphones&size=20", "", null, Map.of());
        var first = answer.body().path("collection").path(0).path("productId").asLong(0);
        if (first == 0) {
            throw new LauncherException("The demo catalogue is missing: a search returned %s".formatted(answer));
        }
        return first;
    }
}
