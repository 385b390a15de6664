package ecommerce.product.catalogueimport;

import ecommerce.defaults.test.TestTokens;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.BodyContentSpec;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** Imports files as staff, and reads the stored products. */
record TestImports(RestTestClient client, JdbcClient jdbc) {

    static final MediaType CSV = MediaType.parseMediaType("text/csv");

    /** Imports a file in UTF-8, which must be accepted, and returns the report. */
    BodyContentSpec report(String csv) {
        return report(csv, "");
    }

    BodyContentSpec report(String csv, String query) {
        return send(csv.getBytes(StandardCharsets.UTF_8), CSV, query)
                .expectStatus()
                .isOk()
                .expectBody();
    }

    ResponseSpec send(byte[] body, MediaType type, String query) {
        return client.post()
                .uri("/api/products/import" + query)
                .header("Authorization", TestTokens.admin())
                .contentType(type)
                .body(body)
                .exchange();
    }

    /** Returns a column of the product with this SKU as text. */
    String read(String column, String sku) {
        var products = "product LEFT JOIN stock USING (product_id) WHERE sku = ? AND deleted_at IS NULL";
        return String.valueOf(jdbc.sql("SELECT %s::text FROM %s".formatted(column, products))
                .param(sku)
                .query(String.class)
                .single());
    }

    long id(String sku) {
        return Long.parseLong(read("product_id", sku));
    }
}
