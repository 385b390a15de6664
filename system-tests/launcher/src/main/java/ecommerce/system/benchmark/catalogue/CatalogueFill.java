package ecommerce.system.benchmark.catalogue;

import ecommerce.system.client.Account;
import ecommerce.system.client.Answer;
import ecommerce.system.client.ShopClient;
import ecommerce.system.process.LauncherException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/**
 * Fills a shop with a generated catalogue, by imports through the gateway. The shop imports large files by jobs. A version
 * that has no such jobs imports many small files, each within a request.
 */
final class CatalogueFill {

    /** Small enough for an import within the client's time limit, even if the shop is slow. */
    private static final int LINES_OF_A_REQUEST = 2_500;

    /** Some 12 MB, which the client has in memory. */
    private static final int LINES_OF_A_JOB = 100_000;

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final ShopClient shop;
    private final Account staff;

    CatalogueFill(ShopClient shop) {
        this.shop = shop;
        this.staff = new Account(shop, "admin", "admin-password");
    }

    /**
     * Imports the first products of the catalogue. An import that isn't answered is repeated.
     *
     * @throws LauncherException if an import fails or refuses a line
     */
    void fill(int products) {
        var catalogue = new GeneratedCatalogue();
        var jobs = new ArrayList<String>();
        var lines = LINES_OF_A_REQUEST;
        for (var done = 0; done < products; ) {
            var count = Math.min(lines, products - done);
            var answer = send(GeneratedCatalogue.HEADER + catalogue.next(count));
            if (answer.is(202)) {
                jobs.add(answer.header("Location").orElseThrow());
                lines = LINES_OF_A_JOB;
            } else {
                requireComplete(answer.is(200), answer.number("refused"), answer);
            }
            done += count;
        }
        jobs.forEach(this::await);
    }

    private void await(String job) {
        var answer = staff.get(job);
        while (answer.isWorthAnotherTry() || List.of("WAITING", "RUNNING").contains(answer.text("state"))) {
            LockSupport.parkNanos(PAUSE.toNanos());
            answer = staff.get(job);
        }
        var refused = answer.body().path("counts").path("refused").asLong(0);
        requireComplete(answer.text("state").equals("FINISHED"), refused, answer);
    }

    private static void requireComplete(boolean isComplete, long refused, Answer answer) {
        if (!isComplete || refused > 0) {
            throw new LauncherException("An import of generated products failed: " + answer);
        }
    }

    private Answer send(String file) {
        var key = UUID.randomUUID().toString();
        var answer = send(file, key);
        for (var attempt = 1; answer.isWorthAnotherTry() && attempt < 5; attempt++) {
            answer = send(file, key);
        }
        return answer;
    }

    private Answer send(String file, String key) {
        var answer = send(file, key, staff.token().isEmpty() ? staff.signIn() : staff.token());
        return answer.is(401) ? send(file, key, staff.signIn()) : answer;
    }

    private Answer send(String file, String key, String token) {
        var headers = Map.of("Content-Type", "text/csv", "Prefer", "respond-async", "Idempotency-Key", key);
        return shop.sendRaw("POST", "/api/products/import", token, file.getBytes(StandardCharsets.UTF_8), headers);
    }
}
