package ecommerce.system.benchmark;

import ecommerce.system.benchmark.load.Purchase;
import ecommerce.system.benchmark.load.PurchaseLoad;
import ecommerce.system.benchmark.process.Checkout;
import ecommerce.system.benchmark.report.Figure;
import java.util.ArrayList;
import java.util.List;

/** Measures how many purchases are confirmed per second, and how long they take. */
final class Orders implements Measurement {

    /** The number of failed customers. If it isn't 0, the other figures are invalid. */
    static final String FAILED = "customers that failed";

    private final BenchmarkSettings settings;
    private final PurchaseLoad purchases;

    Orders(BenchmarkSettings settings, PurchaseLoad purchases) {
        this.settings = settings;
        this.purchases = purchases;
    }

    @Override
    public String title() {
        return "Orders: whole purchases, %d customers".formatted(settings.customers());
    }

    @Override
    public void warmUp(Checkout checkout) {
        purchases.warmUp(checkout, settings.warmUp());
    }

    @Override
    public List<Figure> measure(Checkout checkout) {
        var result = purchases.run(checkout, settings.measured());
        result.failures().forEach(failure -> System.err.println("A customer failed: " + failure.getMessage()));
        var looks = result.done().stream().mapToInt(Purchase::looks).sum();
        var figures = new ArrayList<Figure>();
        figures.add(result.perSecond("confirmed"));
        figures.addAll(result.latencies("POST to 201", Purchase::answered));
        figures.addAll(result.latencies("POST to CONFIRMED", Purchase::confirmed));
        figures.addAll(result.processorTimes("processor time an order"));
        figures.add(Figure.ratio(
                "looks at an order",
                Figure.count("", looks),
                Figure.count("", result.done().size())));
        figures.add(Figure.count(FAILED, result.failures().size()));
        return figures;
    }
}
