package ecommerce.product.catalogueimport.job;

import static org.awaitility.Awaitility.await;

import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.BodyContentSpec;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** Sends files as staff that become jobs, and reads the jobs and what they stored. */
record TestImportJobs(RestTestClient client, JdbcClient jdbc) {

    ResponseSpec send(String csv, Map<String, String> headers, String query) {
        return client.post()
                .uri("/api/products/import" + query)
                .header("Authorization", TestTokens.admin())
                .headers(all -> headers.forEach(all::set))
                .contentType(MediaType.parseMediaType("text/csv"))
                .body(csv)
                .exchange();
    }

    /** Sends a file that must become a job, and returns the job's path. */
    String accepted(String csv) {
        return location(send(csv, Map.of("Prefer", "respond-async"), ""));
    }

    static String location(ResponseSpec answer) {
        var location = answer.expectStatus()
                .isAccepted()
                .returnResult(String.class)
                .getResponseHeaders()
                .getLocation();
        return Objects.requireNonNull(location).getPath();
    }

    static long id(String location) {
        return Long.parseLong(location.substring(location.lastIndexOf('/') + 1));
    }

    BodyContentSpec job(String location) {
        return staff().get(location).expectStatus().isOk().expectBody();
    }

    BodyContentSpec finished(String location) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> job(location).jsonPath("$.state").isEqualTo("FINISHED"));
        return job(location);
    }

    void awaitNoOpenJob() {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> jdbc.sql("SELECT NOT EXISTS (SELECT FROM import_job WHERE ended_at IS NULL)")
                        .query(Boolean.class)
                        .single());
    }

    TestRequests staff() {
        return TestRequests.as(client, TestTokens.admin());
    }

    /** Returns the pieces of all products whose SKUs have this prefix. */
    int stock(String prefix) {
        return jdbc.sql("SELECT coalesce(sum(on_hand), 0) FROM stock JOIN product USING (product_id) WHERE sku LIKE ?")
                .param(prefix + "%")
                .query(Integer.class)
                .single();
    }

    /** Returns the number of stored files that belong to no open job. */
    int abandonedFiles() {
        return jdbc.sql(
                        "SELECT count(*) FROM import_file f WHERE NOT EXISTS (SELECT FROM import_job WHERE file_id = f.file_id)")
                .query(Integer.class)
                .single();
    }
}
