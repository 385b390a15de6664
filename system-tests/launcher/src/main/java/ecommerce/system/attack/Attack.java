package ecommerce.system.attack;

import ecommerce.system.application.ServiceDefinition;
import ecommerce.system.attack.exhaustion.Exhaustion;
import ecommerce.system.attack.fuzz.Fuzz;
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
     * Runs the whole attack.
     *
     * @param requests the number of random requests
     * @param seed the same seed makes the same random requests
     */
    public AttackReport run(int requests, long seed) {
        run(true, requests, seed);
        report.part(
                "Exhausting requests",
                () -> new Exhaustion(stack, staff()).run().forEach(report::find));
        tryRegistry();
        return report;
    }

    /**
     * Runs the attack without the aliases of the gateway, which are the same routes, with few random requests, with raw
     * requests to one service beside the gateway, and without exhausting bodies.
     */
    public AttackReport runBriefly() {
        run(false, 2_000, 1);
        tryRegistry();
        return report;
    }

    private void run(boolean aliases, int requests, long seed) {
        report.part("Logins of the database", () -> new DatabaseProbe(stack.databaseUrl(), report).run());
        tryEndpoints(aliases);
        var customer = new Account(gateway, "alice", "alice-password");
        var stranger = signIn("bob", "bob-password");
        report.part(
                "Other customers", () -> new OwnershipProbe(stack, gateway, report).run(endpoints, customer, stranger));
        report.part("Claimed roles", () -> new RoleProbe(gateway, report).run());
        report.part(
                "Malformed requests",
                () -> new RawProbe(stack, gateway, report).run(aliases, customer.signIn(), stranger, staff()));
        report.part("Random requests", () -> fuzz(requests, seed));
    }

    private void tryEndpoints(boolean aliases) {
        var intruders = new ArrayList<Intruder>();
        intruders.add(Intruder.of("nobody", "", Intruder.Kind.ANONYMOUS));
        report.part("Tokens", () -> {
            intruders.addAll(genuine());
            intruders.addAll(tokensToRefuse(signIn("alice", "alice-password")));
            intruders.add(Intruder.withPasswordOf(ServiceDefinition.SERVICE_DISCOVERY, "local-registry"));
            intruders.add(Intruder.withPasswordOf(ServiceDefinition.CLOUD_CONFIG, "local-config"));
        });
        var matrix = new AccessMatrix(stack, gateway, report, aliases);
        report.part("Refused callers", () -> matrix.tryRefused(endpoints, intruders));
        report.part("Admitted callers", () -> matrix.tryAllowed(endpoints, intruders));
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
