package ecommerce.system.benchmark;

import ecommerce.system.application.ServiceDefinition;
import ecommerce.system.benchmark.process.Checkout;
import ecommerce.system.benchmark.process.ProcStat;
import ecommerce.system.benchmark.process.ShopProcesses;
import ecommerce.system.benchmark.report.Figure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Measures the start of a built shop with data, the restart of single services, and the stop. */
final class Start implements Measurement {

    private static final List<ServiceDefinition> RESTARTED = List.of(
            ServiceDefinition.ORDER_SERVICE,
            ServiceDefinition.PRODUCT_SERVICE,
            ServiceDefinition.USER_SERVICE,
            ServiceDefinition.API_GATEWAY);

    static List<Measurement> all(BenchmarkSettings settings) {
        return settings.freshClone() ? List.of(new Start(), new FreshClone()) : List.of(new Start());
    }

    @Override
    public String title() {
        return "Start: from built jars, with data";
    }

    /**
     * Starts and stops a shop without data once, which builds outdated jars, fills the database and makes AOT caches.
     */
    @Override
    public void warmUp(Checkout checkout) {
        if (!checkout.hasData()) {
            checkout.upFresh();
            checkout.down();
        }
    }

    @Override
    public List<Figure> measure(Checkout checkout) {
        var figures = new ArrayList<>(startAll(checkout));
        RESTARTED.forEach(service -> figures.addAll(restart(checkout, service)));
        figures.add(Figure.seconds("./shop down", checkout.down()));
        return figures;
    }

    private static List<Figure> startAll(Checkout checkout) {
        var start = System.nanoTime();
        var up = CompletableFuture.supplyAsync(checkout::upAgain);
        new Readiness(checkout).await(ServiceDefinition.all(), () -> {
            if (up.isCompletedExceptionally()) {
                up.join();
            }
        });
        var ready = since(start);
        var processor = checkout.processes().times(Map.of()).sinceStart();
        processor.remove(ShopProcesses.DRIVER);
        var figures = new ArrayList<Figure>();
        figures.add(Figure.seconds("all services ready", ready));
        figures.add(Figure.seconds("./shop up returns", up.join()));
        var whole = Figure.seconds(
                "processor time until ready", processor.values().stream().reduce(Duration.ZERO, Duration::plus));
        figures.add(whole);
        processor.forEach((name, time) -> figures.add(
                Figure.seconds("processor time until ready of " + name, time).partOf(whole)));
        return figures;
    }

    private static List<Figure> restart(Checkout checkout, ServiceDefinition service) {
        var name = service.serviceName();
        checkout.stop(service);
        var commandsBefore = ProcStat.of(ProcessHandle.current()).reaped();
        var start = System.nanoTime();
        checkout.start(service);
        new Readiness(checkout).await(List.of(service), () -> {});
        var ready = since(start);
        var processor = checkout.processes().times(Map.of()).sinceStart().getOrDefault(name, Duration.ZERO);
        var command = ProcStat.of(ProcessHandle.current()).reaped().minus(commandsBefore);
        return List.of(
                Figure.seconds("./shop start %s: ready".formatted(name), ready),
                Figure.seconds("./shop start %s: processor time of the service".formatted(name), processor),
                Figure.seconds("./shop start %s: processor time of the command".formatted(name), command));
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
