package ecommerce.product.catalogueimport;

import static ecommerce.product.TestCatalogue.unique;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
import ecommerce.product.ProductServiceTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** Runs imports concurrently with each other and with changes of the same products. */
@ProductServiceTest
class ImportRacesIT {

    private static final int PRODUCTS = 12;
    private static final int ROUNDS = 20;

    @Autowired
    RestTestClient client;

    @Autowired
    JdbcClient jdbc;

    TestImports imports;

    private final String prefix = unique("R-");

    @BeforeEach
    void importProducts() {
        imports = new TestImports(client, jdbc);
        imports.report(file("sku,productTitle,categoryPath,priceUnit,quantity", i -> "Thing,Races,1.00,100", false));
    }

    @Test
    void completesConcurrentImportsAndChanges() throws Exception {
        var ids = IntStream.range(0, PRODUCTS)
                .mapToObj(i -> imports.id(prefix + i))
                .toList();
        for (var round = 0; round < ROUNDS; round++) {
            var price = round + 2;
            var requests = new ArrayList<Callable<Integer>>();
            requests.add(() -> send(file("sku,priceUnit,quantityChange", i -> price + ".10,2", false), ""));
            requests.add(() -> send(file("sku,priceUnit,quantityChange", i -> price + ".20,-1", true), ""));
            requests.add(() -> send(file("sku,priceUnit,quantity", i -> price + ".30,50", true), "?stock=replace"));
            requests.add(() -> patch(ids.getFirst(), Map.of("quantity", 40 + price)));
            requests.add(() -> patch(ids.getLast(), Map.of("quantity", 60 + price)));

            assertThat(statuses(requests)).as("round %d", round).containsOnly(200);
        }
        assertThat(jdbc.sql("""
                                SELECT count(*) FROM stock s WHERE product_id IN (:ids) AND on_hand <>
                                    (SELECT sum(delta) FROM stock_movement m WHERE m.product_id = s.product_id)
                                """).param("ids", ids).query(Integer.class).single())
                .isZero();
    }

    @Test
    void createsEachNewProductAndCategoryOnce() throws Exception {
        var header = "sku,productTitle,categoryPath,priceUnit,quantityChange";
        var requests = new ArrayList<Callable<Integer>>();
        for (var importer = 0; importer < 4; importer++) {
            var reversed = importer % 2 == 1;
            var csv = file(header, i -> "New,Races %s > %d > New,1.00,".formatted(prefix, i), reversed);
            requests.add(() -> send(csv.replace(prefix, prefix + "N"), ""));
        }

        assertThat(statuses(requests)).containsOnly(200);
        assertThat(jdbc.sql("SELECT count(*) FROM product WHERE sku LIKE ?")
                        .param(prefix + "N%")
                        .query(Integer.class)
                        .single())
                .isEqualTo(PRODUCTS);
        var entries = "SELECT count(*) FROM audit_entry WHERE action = ? AND details ->> ? LIKE ?";
        assertThat(jdbc.sql(entries)
                        .params("product.create", "sku", prefix + "N%")
                        .query(Integer.class)
                        .single())
                .isEqualTo(PRODUCTS);
        assertThat(jdbc.sql(entries)
                        .params("category.create", "categoryTitle", "Races " + prefix + "N")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private static List<Integer> statuses(List<Callable<Integer>> requests)
            throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var statuses = new ArrayList<Integer>();
            for (var request : threads.invokeAll(requests)) {
                statuses.add(request.get());
            }
            return statuses;
        }
    }

    /** Changes the version that was read. Reads and changes again if another request was faster. */
    private int patch(long productId, Map<String, ?> change) {
        var staff = TestRequests.as(client, TestTokens.admin());
        var path = "/api/products/" + productId;
        for (var attempt = 0; attempt < 20; attempt++) {
            var eTag = staff.get(path)
                    .returnResult(String.class)
                    .getResponseHeaders()
                    .getETag();
            var status = status(staff.with("If-Match", eTag).patch(path, change));
            if (status != 412) {
                return status;
            }
        }
        return 412;
    }

    private int send(String csv, String query) {
        return status(imports.send(csv.getBytes(StandardCharsets.UTF_8), TestImports.CSV, query));
    }

    private static int status(ResponseSpec response) {
        return response.returnResult(String.class).getStatus().value();
    }

    private String file(String header, IntFunction<String> cells, boolean reversed) {
        var lines = IntStream.range(0, PRODUCTS)
                .mapToObj(i -> prefix + i + "," + cells.apply(i))
                .collect(Collectors.toCollection(ArrayList::new));
        if (reversed) {
            Collections.reverse(lines);
        }
        return header + "\n" + String.join("\n", lines) + "\n";
    }
}
