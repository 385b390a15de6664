package ecommerce.product.product.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.database.TestDatabase;
import ecommerce.product.ProductServiceTest;
import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatusCode;
import org.springframework.test.web.servlet.client.RestTestClient;

@ProductServiceTest
class SearchFloodIT {

    @Autowired
    RestTestClient client;

    @Autowired
    MeterRegistry meters;

    /** More searches than the pool has connections wait for a lock. A flood of expensive ones has the same effect. */
    @Test
    void leavesConnectionsToOtherRequestsAndRefusesWhatWaitsTooLong() throws SQLException {
        var searches = new ArrayList<Future<HttpStatusCode>>();
        try (var threads = Executors.newFixedThreadPool(24)) {
            try (var connection = TestDatabase.administrator(TestDatabase.NAME).getConnection();
                    var statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute("LOCK TABLE product_service.product IN ACCESS EXCLUSIVE MODE");
                Stream.of("/api/products?q=lamp", "/api/products/suggestions?q=lamp")
                        .flatMap(path -> Stream.generate(() -> search(path)).limit(12))
                        .map(threads::submit)
                        .forEach(searches::add);
                await().until(() -> active() >= 24);

                TestRequests.anonymous(client)
                        .get("/api/categories")
                        .expectStatus()
                        .isOk();
            }
        }
        assertThat(searches.stream().map(Future::resultNow)).allMatch(HttpStatusCode::is2xxSuccessful);
    }

    private Callable<HttpStatusCode> search(String path) {
        return () -> TestRequests.anonymous(client)
                .get(path)
                .returnResult(String.class)
                .getStatus();
    }

    private int active() {
        return meters.find("http.server.requests.active").longTaskTimers().stream()
                .mapToInt(LongTaskTimer::activeTasks)
                .sum();
    }
}
