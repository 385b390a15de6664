package ecommerce.system.benchmark;

import ecommerce.system.benchmark.load.PurchaseLoad;
import ecommerce.system.benchmark.process.Checkout;
import ecommerce.system.benchmark.process.MemoryUse;
import ecommerce.system.benchmark.report.Figure;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** Measures the memory of all processes after a round of purchases. */
final class Memory implements Measurement {

    private static final BigDecimal KILOBYTES_PER_MEGABYTE = BigDecimal.valueOf(1024);

    private final BenchmarkSettings settings;
    private final PurchaseLoad purchases;

    Memory(BenchmarkSettings settings, PurchaseLoad purchases) {
        this.settings = settings;
        this.purchases = purchases;
    }

    @Override
    public String title() {
        return "Memory, after purchases of %d customers".formatted(settings.customers());
    }

    @Override
    public void warmUp(Checkout checkout) {
        purchases.warmUp(checkout, settings.warmUp());
    }

    @Override
    public List<Figure> measure(Checkout checkout) {
        var failures = purchases.run(checkout, settings.measured()).failures();
        var memory = checkout.processes().memory();
        var sum = memory.values().stream().reduce(MemoryUse.NONE, MemoryUse::plus);
        var figures = new ArrayList<Figure>();
        figures.add(megabytes("resident", sum, MemoryUse::resident));
        memory.forEach((name, use) -> figures.add(megabytes("resident, " + name, use, MemoryUse::resident)));
        figures.add(megabytes("proportional", sum, MemoryUse::proportional));
        memory.forEach((name, use) -> figures.add(megabytes("proportional, " + name, use, MemoryUse::proportional)));
        figures.add(Figure.count(Orders.FAILED, failures.size()));
        return figures;
    }

    private static Figure megabytes(String name, MemoryUse use, ToLongFunction<MemoryUse> kilobytes) {
        var value = BigDecimal.valueOf(kilobytes.applyAsLong(use));
        return new Figure(name + ", MB", value.divide(KILOBYTES_PER_MEGABYTE, MathContext.DECIMAL64));
    }
}
