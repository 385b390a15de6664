package ecommerce.system.attack.race;

import ecommerce.system.client.Account;
import ecommerce.system.client.Answer;
import ecommerce.system.client.ShopClient;
import ecommerce.system.process.AtOnce;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Guesses a customer's password many times at once. user-service may check no more guesses than its limit allows: it
 * answers 401 to those that it has checked, and refuses the others. On a busy machine a guess may get no connection, or be
 * refused with 503.
 */
public final class ParallelGuesses {

    /** The number of guesses. */
    public static final int GUESSES = 500;

    /** Failed sign-ins to one account from one address that are allowed at once. Then one more is, in each period. */
    private static final int ALLOWED_AT_ONCE = 5;

    private static final Set<Integer> REFUSED_OR_CHECKED = Set.of(401, 429, 503, 0);

    private static final Duration PERIOD = Duration.ofMinutes(1);

    private final ShopClient gateway;

    public ParallelGuesses(ShopClient gateway) {
        this.gateway = gateway;
    }

    /** Sends the guesses, and returns what is wrong. */
    public List<String> run() {
        var username = Account.register(gateway).username();
        var start = Instant.now();
        var guesses =
                IntStream.range(0, GUESSES).mapToObj(i -> "guess number " + i).toList();
        var statuses = AtOnce.map(guesses, guess -> signIn(username, guess).status());
        var checked = statuses.stream().filter(status -> status == 401).count();
        var periods = Duration.between(start, Instant.now()).dividedBy(PERIOD);
        if (checked < 1 || checked > ALLOWED_AT_ONCE + periods || !REFUSED_OR_CHECKED.containsAll(statuses)) {
            return List.of("Of %d guesses at once %d are checked; %d may be checked. The answers are %s"
                    .formatted(GUESSES, checked, ALLOWED_AT_ONCE, new TreeSet<>(statuses)));
        }
        return List.of();
    }

    private Answer signIn(String username, String password) {
        var credentials = Map.of("username", username, "password", password);
        return gateway.send("POST", "/api/auth/token", "", credentials, Map.of());
    }
}
