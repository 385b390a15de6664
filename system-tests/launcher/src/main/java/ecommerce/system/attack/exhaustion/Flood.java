package ecommerce.system.attack.exhaustion;

import ecommerce.system.application.ServiceDefinition;
import ecommerce.system.client.Answer;
import ecommerce.system.client.ShopClient;
import ecommerce.system.process.AtOnce;
import ecommerce.system.stack.LocalStack;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Sends many requests to each service at the same time that cost it much: deep pages, long words, broad searches, many
 * filters, and tokens with unknown key ids. The service must answer others meanwhile, and stay the same process.
 */
public final class Flood {

    /** Requests of each kind to a service, each on a connection of its own. */
    private static final int AT_ONCE = 200;

    private static final String LONG_WORDS = "headphnes%20wirless%20".repeat(4);
    private static final String DEEP = "?size=100&page=999";
    private static final String FILTERED = "&from=0001-01-01T00:00:00Z&to=9999-12-31T23:59:59Z";
    /** Searches at each service. The first may be public, the last is for staff. */
    private static final Map<String, List<String>> SEARCHES = Map.of(
            "product-service",
            List.of(
                    "/api/products" + DEEP + "&sort=productTitle",
                    "/api/products?size=100&q=e",
                    "/api/products?size=100&q=" + LONG_WORDS,
                    "/api/products?size=100&q=a&minPrice=0&maxPrice=9999999999&inStock=true&categoryId=1&sort=priceUnit",
                    "/api/products/suggestions?size=20&q=s",
                    "/api/products/audit" + DEEP + FILTERED + "&q=" + LONG_WORDS),
            "order-service",
            List.of("/api/orders" + DEEP + FILTERED, "/api/orders/audit" + DEEP + FILTERED + "&q=" + LONG_WORDS),
            "payment-service",
            List.of("/api/payments" + DEEP, "/api/payments/audit" + DEEP + FILTERED + "&q=" + LONG_WORDS),
            "shipping-service",
            List.of("/api/shippings" + DEEP, "/api/shippings/audit" + DEEP + FILTERED + "&q=" + LONG_WORDS),
            "favourite-service",
            List.of("/api/favourites" + DEEP, "/api/favourites/audit" + DEEP + FILTERED + "&q=" + LONG_WORDS),
            "user-service",
            List.of(
                    "/api/users" + DEEP + "&q=e",
                    "/api/users?size=100&q=" + LONG_WORDS,
                    "/api/users/audit" + DEEP + FILTERED + "&q=" + LONG_WORDS));

    /** The service is busy, and says so. */
    private static final Set<Integer> BUSY = Set.of(429, 503);

    private final LocalStack stack;
    private final String token;
    private final Collection<String> forgeries;
    private final List<String> findings = new ArrayList<>();
    private int requests;

    /**
     * @param token the token of a member of staff
     * @param forgeries tokens with unknown key ids
     */
    public Flood(LocalStack stack, String token, Collection<String> forgeries) {
        this.stack = stack;
        this.token = token;
        this.forgeries = forgeries;
    }

    /** Floods one service after the other. Returns what is wrong. */
    public List<String> run() {
        SEARCHES.forEach((name, searches) -> {
            var service = ServiceDefinition.of(name);
            var before = stack.service(service).process().map(ProcessHandle::pid);
            var client = new ShopClient(stack.uri(service));
            var cheap = withoutQuery(searches.getFirst());
            var closed = withoutQuery(searches.getLast());
            for (var search : searches) {
                var many = Stream.generate(() -> search).limit(AT_ONCE).toList();
                flood(cheap, client, search, 200, () -> AtOnce.map(many, each -> send(client, each, token)));
            }
            flood(
                    cheap,
                    client,
                    "forged key ids at " + name,
                    401,
                    () -> AtOnce.map(forgeries, each -> send(client, closed, each)));
            if (!stack.service(service).process().map(ProcessHandle::pid).equals(before)) {
                findings.add("%s: another process after a flood".formatted(name));
            }
        });
        return List.copyOf(findings);
    }

    /** Returns how many requests were sent. */
    public int requests() {
        return requests;
    }

    private void flood(String cheap, ShopClient client, String what, int expected, Supplier<List<Answer>> flood) {
        try (var thread = Executors.newSingleThreadExecutor()) {
            var answers = CompletableFuture.supplyAsync(flood, thread);
            do {
                var other = send(client, cheap, token);
                if (!other.is(200)) {
                    findings.add("%s isn't answered during a flood of %s: %s".formatted(cheap, what, other));
                }
            } while (!answers.isDone());
            judge(what, expected, answers.join());
        }
    }

    private void judge(String what, int expected, List<Answer> answers) {
        requests += answers.size();
        var statuses = answers.stream().map(Answer::status).distinct().sorted().toList();
        if (!statuses.contains(expected)
                || statuses.stream().anyMatch(status -> status != expected && !BUSY.contains(status))) {
            findings.add("A flood of %s is answered with %s, 0 for no answer".formatted(what, statuses));
        }
    }

    private static String withoutQuery(String search) {
        return search.substring(0, search.indexOf('?')) + "?size=1";
    }

    private static Answer send(ShopClient client, String path, String token) {
        return client.send("GET", path, token, null, Map.of());
    }
}
