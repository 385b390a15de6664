package ecommerce.system.attack.fuzz;

import ecommerce.system.client.Account;
import ecommerce.system.client.Answer;
import ecommerce.system.client.ShopClient;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Sends random requests for every operation of the OpenAPI documents, and judges the answers. Sends the refused
 * requests again, which must not change any table.
 */
public final class Fuzz {

    /** Requests between two comparisons of the tables. Access tokens outlive them. */
    private static final int ROUND = 2_000;

    private static final int AT_ONCE = 4;

    /** How often refused requests are sent until all of them are refused again. */
    private static final int REPETITIONS = 4;

    private final ShopClient gateway;
    private final Supplier<Map<String, String>> tables;
    private final Random random;
    private final FuzzFindings findings = new FuzzFindings();

    /**
     * @param tables waits until no table changes any more, and supplies a hash of each
     * @param seed the same seed makes the same requests
     */
    public Fuzz(ShopClient gateway, Supplier<Map<String, String>> tables, long seed) {
        this.gateway = gateway;
        this.tables = tables;
        this.random = new Random(seed);
    }

    /**
     * Sends the requests, and returns what they found.
     *
     * @param services the names of the services whose documents the gateway serves
     * @param admin an account that may promote others
     */
    public List<String> run(List<String> services, Account admin, int requests) {
        var makers =
                services.stream().flatMap(service -> makers(service).stream()).toList();
        var callers = new FuzzCallers(gateway, admin);
        for (var first = 0; first < requests; first += ROUND) {
            var round = IntStream.range(first, Math.min(requests, first + ROUND))
                    .mapToObj(i -> makers.get(i % makers.size()).get())
                    .toList();
            attack(round, callers.tokens());
        }
        return findings.all();
    }

    private List<Supplier<RandomRequest>> makers(String service) {
        var answer = gateway.send("GET", "/v3/api-docs/" + service, "", null, Map.of());
        if (!answer.is(200)) {
            throw new IllegalStateException("%s has no OpenAPI document: %s".formatted(service, answer));
        }
        var document = new OpenApiDocument(answer.body());
        var values = new RandomValues(document, random);
        return document.operations().stream()
                .<Supplier<RandomRequest>>map(operation -> () -> RandomRequest.of(operation, values, random))
                .toList();
    }

    private void attack(List<RandomRequest> requests, List<String> tokens) {
        var answers = send(requests, tokens);
        IntStream.range(0, requests.size()).forEach(i -> findings.judge(requests.get(i), answers.get(i)));
        var refused = refused(requests, answers);
        for (var repetition = 0; repetition < REPETITIONS; repetition++) {
            var before = tables.get();
            var refusedAgain = refused(refused, send(refused, tokens));
            if (refusedAgain.size() == refused.size()) {
                findings.compare(before, tables.get());
                return;
            }
            refused = refusedAgain;
        }
        findings.add("Requests that were refused succeed when they are repeated, again and again");
    }

    private static List<RandomRequest> refused(List<RandomRequest> requests, List<Answer> answers) {
        return IntStream.range(0, requests.size())
                .filter(i -> answers.get(i).status() >= 400 && answers.get(i).status() < 500)
                .mapToObj(requests::get)
                .toList();
    }

    private List<Answer> send(List<RandomRequest> requests, List<String> tokens) {
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            return threads
                    .invokeAll(requests.stream()
                            .<Callable<Answer>>map(request -> () -> request.send(gateway, tokens))
                            .toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The fuzz was interrupted", e);
        }
    }
}
