package ecommerce.system.benchmark.catalogue;

import ecommerce.system.application.ServiceDefinition;
import ecommerce.system.benchmark.load.PacedReads;
import ecommerce.system.benchmark.process.Checkout;
import ecommerce.system.benchmark.report.Figure;
import ecommerce.system.client.ShopClient;
import ecommerce.system.process.LauncherException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the first page and the thousandth of lists and searches, at 20 requests a second. The last page stands for the
 * thousandth in a list that has fewer pages. The requests go to product-service, because the gateway keeps responses.
 */
public final class CatalogueReads {

    private static final int PER_SECOND = 20;
    private static final long THOUSANDTH = 999;

    private final int products;
    private final Set<Checkout> filled = new HashSet<>();

    /** @param products the number of products that are imported into each shop before the measurement */
    public CatalogueReads(int products) {
        this.products = products;
    }

    /** Imports the products, once for each checkout, and then reads all pages again and again for the given time. */
    public void warmUp(Checkout checkout, Duration time) {
        if (filled.add(checkout)) {
            new CatalogueFill(shop(checkout)).fill(products);
        }
        var lists = new CatalogueLists(shop(checkout)).all();
        var end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() - end < 0) {
            lists.forEach(list -> get(checkout, list.page(lastPage(checkout, list))));
        }
    }

    /** Reads each page for the given time. */
    public List<Figure> measure(Checkout checkout, Duration time) {
        var figures = new ArrayList<Figure>();
        for (var list : new CatalogueLists(shop(checkout)).all()) {
            var last = lastPage(checkout, list);
            figures.addAll(read(checkout, list.page(0), time, list.what() + ", first page:"));
            if (last > 0) {
                var name = last == THOUSANDTH ? "page 1,000" : "last page";
                figures.addAll(read(checkout, list.page(last), time, "%s, %s:".formatted(list.what(), name)));
            }
        }
        return figures;
    }

    private static List<Figure> read(Checkout checkout, String path, Duration time, String name) {
        var uri = checkout.uri(ServiceDefinition.PRODUCT_SERVICE).resolve(path);
        return new PacedReads(PER_SECOND)
                .run(uri, time, () -> checkout.processes().times(Map.of()))
                .latencies(name, latency -> latency);
    }

    private static long lastPage(Checkout checkout, CatalogueList list) {
        var pages = get(checkout, list.page(0));
        return Math.clamp(pages - 1, 0, THOUSANDTH);
    }

    /** Returns the number of pages of the list. */
    private static long get(Checkout checkout, String path) {
        var answer = shop(checkout).send("GET", path, "", null, Map.of());
        if (!answer.is(200)) {
            throw new LauncherException("GET %s returned %s".formatted(path, answer));
        }
        return answer.body().path("page").path("totalPages").asLong();
    }

    private static ShopClient shop(Checkout checkout) {
        return new ShopClient(checkout.uri(ServiceDefinition.API_GATEWAY));
    }
}
