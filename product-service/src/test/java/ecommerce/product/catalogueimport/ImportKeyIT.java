package ecommerce.product.catalogueimport;

import static ecommerce.product.TestCatalogue.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ecommerce.defaults.test.TestTokens;
import ecommerce.product.ProductServiceTest;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** Tests that an import with an idempotency key moves stock once. */
@ProductServiceTest
class ImportKeyIT {

    private static final int LINES = 1_200;

    @Autowired
    RestTestClient client;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private final String sku = unique("K-");
    private final String key = "delivery-" + sku;

    @BeforeEach
    void importAProduct() {
        new TestImports(client, jdbc)
                .report("sku,productTitle,categoryPath,priceUnit,quantity\n" + lines(",Peg,Keys,1.00,10"));
    }

    @Test
    void answersARetryWithTheFirstReportAndMovesNoStock() {
        var delivery = "sku,quantityChange\n%s-1,5\n%s-2,-11\n".formatted(sku, sku);
        for (var replayed : new String[] {null, "true"}) {
            var answer = send(delivery, "").expectStatus().isOk();
            assertThat(answer.returnResult(String.class).getResponseHeaders().getFirst("Idempotent-Replayed"))
                    .isEqualTo(replayed);
            answer.expectBody()
                    .jsonPath("$.updated")
                    .isEqualTo(1)
                    .jsonPath("$.stock.added")
                    .isEqualTo(5)
                    .jsonPath("$.refusals[0].line")
                    .isEqualTo(3);
        }
        assertThat(stock()).isEqualTo(LINES * 10 + 5);
    }

    @Test
    void refusesAnotherFileOrModeUnderTheSameKey() {
        var delivery = "sku,quantity\n%s-1,5\n".formatted(sku);
        send(delivery, "?stock=replace").expectStatus().isOk();

        send(delivery, "").expectStatus().isEqualTo(422);
        send(delivery + sku + "-2,1\n", "?stock=replace").expectStatus().isEqualTo(422);
        send(delivery.replace(",5", ",6"), "?stock=replace").expectStatus().isEqualTo(422);
        send("sku,priceUnit\n%s-1,5\n".formatted(sku), "").expectStatus().isEqualTo(422);
        assertThat(stock()).isEqualTo(LINES * 10 - 5);
    }

    @Test
    void continuesAnInterruptedImport() throws IOException {
        var delivery = "sku,quantityChange\n" + lines(",1");
        sendAndBreakOff(delivery.substring(0, delivery.length() - 100));
        await().untilAsserted(() -> assertThat(stock()).isEqualTo(LINES * 10 + 1_000));

        send(delivery, "")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.updated")
                .isEqualTo(LINES)
                .jsonPath("$.stock.added")
                .isEqualTo(LINES);
        assertThat(stock()).isEqualTo(LINES * 11);
    }

    private String lines(String cells) {
        return IntStream.range(0, LINES)
                .mapToObj(i -> sku + "-" + i + cells + "\n")
                .collect(Collectors.joining());
    }

    private int stock() {
        return jdbc.sql("SELECT sum(on_hand) FROM stock JOIN product USING (product_id) WHERE sku LIKE ?")
                .param(sku + "-%")
                .query(Integer.class)
                .single();
    }

    private ResponseSpec send(String csv, String query) {
        return client.post()
                .uri("/api/products/import" + query)
                .header("Authorization", TestTokens.admin())
                .header("Idempotency-Key", key)
                .contentType(TestImports.CSV)
                .body(csv)
                .exchange();
    }

    /** Announces more bytes than it sends, and closes the connection. */
    private void sendAndBreakOff(String csv) throws IOException {
        var body = csv.getBytes(StandardCharsets.UTF_8);
        var head = """
                POST /api/products/import HTTP/1.1
                Host: localhost
                Authorization: %s
                Idempotency-Key: %s
                Content-Type: text/csv
                Content-Length: %d

                """.formatted(TestTokens.admin(), key, body.length + 1000);
        try (var socket = new Socket("localhost", port)) {
            socket.getOutputStream().write(head.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(body);
        }
    }
}
