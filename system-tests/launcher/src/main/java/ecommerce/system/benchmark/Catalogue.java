package ecommerce.system.benchmark;

import ecommerce.system.benchmark.catalogue.CatalogueReads;
import ecommerce.system.benchmark.process.Checkout;
import ecommerce.system.benchmark.report.Figure;
import java.util.List;
import java.util.Locale;

/** Measures lists and searches of a generated catalogue. */
final class Catalogue implements Measurement {

    private final BenchmarkSettings settings;
    private final CatalogueReads reads;

    Catalogue(BenchmarkSettings settings) {
        this.settings = settings;
        this.reads = new CatalogueReads(settings.products());
    }

    @Override
    public String title() {
        return String.format(
                Locale.ROOT, "Catalogue: %,d generated products, 20 requests a second", settings.products());
    }

    @Override
    public void warmUp(Checkout checkout) {
        reads.warmUp(checkout, settings.warmUp());
    }

    @Override
    public List<Figure> measure(Checkout checkout) {
        return reads.measure(checkout, settings.measured());
    }
}
