package ecommerce.system.attack;

import ecommerce.system.application.ServiceDefinition;
import ecommerce.system.attack.exhaustion.Exhaustion;
import ecommerce.system.attack.exhaustion.Flood;
import ecommerce.system.attack.fuzz.Fuzz;
import ecommerce.system.attack.page.PageRequest;
import ecommerce.system.attack.page.PagesOfStaff;
import ecommerce.system.attack.race.ParallelGuesses;
import ecommerce.system.attack.race.RefreshLoops;
import ecommerce.system.attack.token.ForgedTokens;
import ecommerce.system.attack.token.GenuineKey;
import ecommerce.system.attack.token.MistakenTokens;
import ecommerce.system.client.Account;
import ecommerce.system.client.ShopClient;
import ecommerce.system.stack.LocalStack;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Attacks a running shop whose accounts are those of the profile {@code local}. */
public final class Attack {

    private final LocalStack stack;
    private final List<Endpoint> endpoints;
    private final ShopClient gateway;
    private final AttackReport report = new AttackReport();

    /** @param root the checkout's root, with the table of endpoints */
    public Attack(Path root, LocalStack stack) {
        this.stack = stack;
        this.endpoints = Endpoint.readAll(root);
        this.gateway = new ShopClient(stack.uri(ServiceDefinition.API_GATEWAY));
    }

    /**
     * How much of the attack to run.
     *
     * @param whole whether to use the aliases of the gateway, which are the same routes, and to send malformed requests to
     *     all services, instead of one beside the gateway
     * @param requests the number of random requests
     * @param seed the same seed makes the same random requests
     * @param thefts the number of refresh tokens to steal
     */
    private record Extent(boolean whole, int requests, long seed, int thefts) {}

    /**
     * Runs the whole attack.
     *
     * @param requests the number of random requests
     * @param seed the same seed makes the same random requests
     */
    public AttackReport run(int requests, long seed) {
        run(new Extent(true, requests, seed, 1_000));
        report.part(
                "Exhausting bodies", () -> new Exhaustion(stack, staff()).run().forEach(report::find));
        report.part("Floods", () -> {
            var staff = staff();
            var flood = new Flood(stack, staff, ForgedTokens.from(staff).withUnknownKeys(1_000));
            flood.run().forEach(report::find);
            report.count(flood.requests());
        });
        tryRegistry();
        return report;
    }

    /** Runs the attack in short form, without exhausting requests. */
    public AttackReport runBriefly() {
        run(new Extent(false, 2_000, 1, 4));
        tryRegistry();
        return report;
    }

    private void run(Extent extent) {
        report.part("Logins of the database", () -> new DatabaseProbe(stack.databaseUrl(), report).run());
        tryEndpoints(extent.whole());
        var customer = new Account(gateway, "alice", "alice-password");
        report.part(
                "Other customers",
                () -> new OwnershipProbe(stack, gateway, report)
                        .run(endpoints, customer, signIn("bob", "bob-password")));
        report.part("Pages of staff", this::tryPagesOfStaff);
        report.part("Claimed roles", () -> new RoleProbe(gateway, report).run());
        report.part("Parallel guesses", () -> {
            new ParallelGuesses(gateway).run().forEach(report::find);
            report.count(ParallelGuesses.GUESSES);
        });
        report.part("Stolen refresh tokens", () -> {
            new RefreshLoops(gateway, new Account(gateway, "admin", "admin-password"))
                    .run(extent.thefts())
                    .forEach(report::find);
            report.count(extent.thefts());
        });
        report.part(
                "Malformed requests",
                () -> new RawProbe(stack, gateway, report)
                        .run(extent.whole(), customer.signIn(), signIn("bob", "bob-password"), staff()));
        report.part("Random requests", () -> fuzz(extent.requests(), extent.seed()));
    }

    private void tryEndpoints(boolean whole) {
        var intruders = new ArrayList<Intruder>();
        intruders.add(Intruder.of("nobody", "", Intruder.Kind.ANONYMOUS));
        report.part("Tokens", () -> {
            intruders.addAll(genuine());
            intruders.addAll(tokensToRefuse(signIn("alice", "alice-password")));
            intruders.add(Intruder.withPasswordOf(ServiceDefinition.SERVICE_DISCOVERY, "local-registry"));
            intruders.add(Intruder.withPasswordOf(ServiceDefinition.CLOUD_CONFIG, "local-config"));
        });
        var matrix = new AccessMatrix(stack, gateway, report, whole);
        report.part("Refused callers", () -> matrix.tryRefused(endpoints, intruders));
        report.part("Admitted callers", () -> matrix.tryAllowed(endpoints, intruders));
    }

    private void tryPagesOfStaff() {
        var pages = endpoints.stream()
                .filter(endpoint -> endpoint.access().startsWith("staff-"))
                .map(endpoint -> new PageRequest(endpoint.method(), endpoint.unknownPath()))
                .toList();
        new PagesOfStaff(stack.uri(ServiceDefinition.API_GATEWAY), "alice", "alice-password")
                .run(pages)
                .forEach(report::find);
        report.count(pages.size());
    }

    /** Comes last, because a rogue instance that gets in would receive the requests of other parts. */
    private void tryRegistry() {
        report.part(
                "Registry and cloud-config",
                () -> new RogueRegistration(stack, report)
                        .run(genuine().stream().map(Intruder::token).limit(8).toList()));
    }

    private void fuzz(int requests, long seed) {
        var services = ServiceDefinition.behindGateway().stream()
                .map(ServiceDefinition::serviceName)
                .toList();
        new Fuzz(gateway, () -> DatabaseDigest.whenQuiet(stack.databaseUrl()).hashes(), seed)
                .run(services, new Account(gateway, "admin", "admin-password"), requests)
                .forEach(report::find);
        report.count(requests);
    }

    /** Signs in a customer, staff, and every service for calls to every other. Services get tokens only for their calls. */
    private List<Intruder> genuine() {
        var login = new ServiceLogin(stack.uri(ServiceDefinition.API_GATEWAY), report);
        var intruders = new ArrayList<Intruder>();
        intruders.add(Intruder.of("a customer", signIn("alice", "alice-password"), Intruder.Kind.CUSTOMER));
        intruders.add(Intruder.of("staff", staff(), Intruder.Kind.STAFF));
        for (var caller : ServiceDefinition.all()) {
            if (caller.isCaller()) {
                intruders.add(login.signInForAll(caller));
                ServiceDefinition.all()
                        .forEach(callee -> login.signIn(caller, callee).ifPresent(intruders::add));
            }
        }
        return intruders;
    }

    /** Makes tokens that nobody may accept, and one like them that is in order. */
    private List<Intruder> tokensToRefuse(String genuine) {
        var mistaken = new MistakenTokens(genuine, GenuineKey.read(stack.databaseUrl()));
        var intruders = new ArrayList<Intruder>();
        intruders.add(Intruder.of("a customer with a copied token", mistaken.faultless(), Intruder.Kind.CUSTOMER));
        Stream.of(ForgedTokens.from(genuine).all(publicKeys()), mistaken.all())
                .forEach(tokens -> tokens.forEach(
                        (name, token) -> intruders.add(Intruder.of(name, token, Intruder.Kind.INVALID))));
        return intruders;
    }

    private String publicKeys() {
        return gateway.send("GET", "/oauth2/jwks", "", null, Map.of()).content();
    }

    private String staff() {
        return signIn("admin", "admin-password");
    }

    private String signIn(String username, String password) {
        var answer = gateway.send(
                "POST", "/api/auth/token", "", Map.of("username", username, "password", password), Map.of());
        if (!answer.is(200)) {
            throw new IllegalStateException("%s can't sign in: %s".formatted(username, answer));
        }
        return answer.text("accessToken");
    }
}
