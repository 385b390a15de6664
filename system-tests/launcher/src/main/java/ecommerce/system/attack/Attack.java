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
        new Exhaustion(stack, signIn("admin", "admin-password")).run().forEach(report::find);
        return report;
    }

    /**
     * Runs the attack without the aliases of the gateway, which are the same routes, with few random requests, with raw
     * requests to one service beside the gateway, and without exhausting bodies.
     */
    public AttackReport runBriefly() {
        return run(false, 2_000, 1);
    }

    private AttackReport run(boolean aliases, int requests, long seed) {
        new DatabaseProbe(stack.databaseUrl(), report).run();
        var customer = signIn("alice", "alice-password");
        var intruders = new ArrayList<Intruder>();
        intruders.add(Intruder.of("nobody", "", Intruder.Kind.ANONYMOUS));
        intruders.add(Intruder.of("a customer", customer, Intruder.Kind.CUSTOMER));
        var staff = signIn("admin", "admin-password");
        intruders.add(Intruder.of("staff", staff, Intruder.Kind.STAFF));
        intruders.addAll(services());
        intruders.addAll(tokensToRefuse(customer));
        var matrix = new AccessMatrix(stack, gateway, report, aliases);
        matrix.tryRefused(endpoints, intruders);
        matrix.tryAllowed(endpoints, intruders);
        new RogueRegistration(stack, report)
                .run(intruders.stream()
                        .map(Intruder::token)
                        .filter(token -> !token.isEmpty())
                        .limit(8)
                        .toList());
        var stranger = signIn("bob", "bob-password");
        new OwnershipProbe(stack, gateway, report).run(endpoints, customer, stranger);
        new RawProbe(stack, gateway, report).run(aliases, customer, stranger, staff);
        fuzz(requests, seed);
        return report;
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

    /** Signs every service in for calls to every other. Services get tokens only for the calls that they make. */
    private List<Intruder> services() {
        var login = new ServiceLogin(stack.uri(ServiceDefinition.API_GATEWAY), report);
        var intruders = new ArrayList<Intruder>();
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

    private String signIn(String username, String password) {
        var answer = gateway.send(
                "POST", "/api/auth/token", "", Map.of("username", username, "password", password), Map.of());
        if (!answer.is(200)) {
            throw new IllegalStateException("%s can't sign in: %s".formatted(username, answer));
        }
        return answer.text("accessToken");
    }
}
