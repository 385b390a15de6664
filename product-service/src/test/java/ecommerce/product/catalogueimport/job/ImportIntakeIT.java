package ecommerce.product.catalogueimport.job;

import static ecommerce.product.TestCatalogue.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ecommerce.defaults.test.TestTokens;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Tests that a repeated, unusable or interrupted upload leaves no second job and no file. */
class ImportIntakeIT extends ImportJobTest {

    @LocalServerPort
    int port;

    private final String sku = unique("JK-");
    private final String lines = "%s-1,Lamp,Jobs,1.00,7\n%s-2,Lamp,Jobs,-1,7\n".formatted(sku, sku);

    @Test
    void answersARepeatedKeyWithTheSameJobAndMovesNoStock() {
        var key = Map.of("Prefer", "respond-async", "Idempotency-Key", sku);
        var first = TestImportJobs.location(imports.send(HEADER + lines, key, ""));
        imports.finished(first);

        var second = imports.send(HEADER + lines, key, "");
        second.expectHeader().valueEquals("Idempotent-Replayed", "true");
        assertThat(TestImportJobs.location(second)).isEqualTo(first);
        assertThat(TestImportJobs.location(imports.send(HEADER + lines, Map.of("Idempotency-Key", sku), "")))
                .isEqualTo(first);
        imports.send(HEADER + lines.replace(",7", ",8"), key, "").expectStatus().isEqualTo(422);
        imports.send(HEADER + lines, key, "?stock=replace").expectStatus().isEqualTo(422);
        assertThat(imports.stock(sku)).isEqualTo(7);
        assertThat(imports.abandonedFiles()).isZero();
    }

    @Test
    void doesNotRepeatWhatWasImportedWithinARequest() {
        var delivery = "sku,quantityChange\n%s-1,5\n%s-9,5\n".formatted(sku, sku);
        imports.send(HEADER + lines, Map.of(), "").expectStatus().isOk();
        imports.send(delivery, Map.of("Idempotency-Key", sku), "")
                .expectStatus()
                .isOk();

        var location = TestImportJobs.location(
                imports.send(delivery, Map.of("Prefer", "respond-async", "Idempotency-Key", sku), ""));
        imports.finished(location).jsonPath("$.counts.updated").isEqualTo(1);
        imports.staff()
                .get(location + "/refusals")
                .expectBody(String.class)
                .value(csv -> assertThat(csv).contains("3,%s-9,".formatted(sku)));
        assertThat(imports.stock(sku)).isEqualTo(12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sku,colour\nA-1,red\n", "sku,priceUnit\n"})
    void refusesAnUnusableFileAndKeepsNothingOfIt(String csv) {
        imports.send(csv, Map.of("Prefer", "respond-async"), "").expectStatus().isBadRequest();

        assertThat(imports.abandonedFiles()).isZero();
    }

    @Test
    void keepsNothingOfAnInterruptedUploadAndBlamesTheClient(@Autowired MeterRegistry meters) throws IOException {
        var head = """
                POST /api/products/import HTTP/1.1
                Host: localhost
                Authorization: %s
                Content-Type: text/csv
                Content-Length: 6000000

                """.formatted(TestTokens.admin());
        var refusedBefore = refused(meters);
        try (var socket = new Socket("localhost", port)) {
            socket.getOutputStream().write(head.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write((HEADER + ",\n".repeat(1_500_000)).getBytes(StandardCharsets.UTF_8));
            await().untilAsserted(() -> assertThat(imports.abandonedFiles()).isEqualTo(1));
        }
        await().untilAsserted(() -> assertThat(imports.abandonedFiles()).isZero());
        await().until(() -> refused(meters) > refusedBefore);
    }

    private static long refused(MeterRegistry meters) {
        return meters
                .find("http.server.requests")
                .tags("uri", "/api/products/import", "status", "400")
                .timers()
                .stream()
                .mapToLong(Timer::count)
                .sum();
    }
}
