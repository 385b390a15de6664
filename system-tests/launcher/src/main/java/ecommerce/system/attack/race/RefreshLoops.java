package ecommerce.system.attack.race;

import ecommerce.system.client.Account;
import ecommerce.system.client.Answer;
import ecommerce.system.client.ShopClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Steals a customer's refresh token, and refreshes it in a loop while the customer signs out or changes the password, or
 * while staff block the customer. No token of the thief may work after that, nor may a blocked customer sign in.
 */
public final class RefreshLoops {

    /** Where the customer is, before, during or after the sign-out, the change of the password or the block. */
    private enum Phase {
        BEFORE,
        DURING,
        AFTER
    }

    private final ShopClient gateway;
    private final Account staff;
    private final List<String> findings = new ArrayList<>();

    public RefreshLoops(ShopClient gateway, Account staff) {
        this.gateway = gateway;
        this.staff = staff;
    }

    /**
     * Steals a token in each round, and returns what is wrong.
     *
     * @param rounds of three rounds the customer signs out in the first, changes the password in the second, and is
     *     blocked for a while in the third
     */
    public List<String> run(int rounds) {
        var customer = Account.register(gateway);
        var password = Account.PASSWORD;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var round = 0; round < rounds; round++) {
                password = run(threads, round, customer, password);
            }
        }
        return findings;
    }

    /** Runs a round, and returns the customer's password after it. */
    private String run(ExecutorService threads, int round, Account customer, String password) {
        var signedIn = require(200, signIn(customer, password), "a sign-in");
        switch (round % 3) {
            case 0 -> run(threads, signedIn, "a sign-out", () -> signOut(signedIn));
            case 1 -> {
                var next = "a new password " + round;
                run(threads, signedIn, "a new password", () -> change(customer, signedIn, password, next));
                return next;
            }
            default -> {
                run(threads, signedIn, "a block", () -> block(customer));
                expectNoSignIn(customer, password);
                unblock(customer);
            }
        }
        return password;
    }

    private void run(ExecutorService threads, Answer signedIn, String end, Runnable reaction) {
        var running = new CountDownLatch(1);
        var phase = new AtomicReference<>(Phase.BEFORE);
        var thief = threads.submit(() -> refreshInALoop(signedIn.text("refreshToken"), running, phase));
        try {
            running.await();
            react(reaction, phase);
            var last = thief.get();
            if (!last.is(401)) {
                findings.add(
                        "A stolen token that is refreshed in a loop survives %s: %s".formatted(end, last.status()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The loop was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The loop failed", e);
        }
    }

    /** Ends the loop also if the shop refuses the reaction. */
    private static void react(Runnable reaction, AtomicReference<Phase> phase) {
        phase.set(Phase.DURING);
        try {
            reaction.run();
        } finally {
            phase.set(Phase.AFTER);
        }
    }

    /**
     * Returns the answer to the first refresh that was sent after the reaction, or the first refusal during it. Throws if a
     * refresh is refused before the reaction, because then the reaction ends nothing.
     */
    private Answer refreshInALoop(String stolen, CountDownLatch running, AtomicReference<Phase> phase) {
        try {
            var token = stolen;
            while (true) {
                var isLast = phase.get() == Phase.AFTER;
                var answer = sendTokens(Map.of("refreshToken", token));
                if (phase.get() == Phase.BEFORE) {
                    require(200, answer, "a refresh before the reaction");
                }
                running.countDown();
                if (isLast || answer.is(401)) {
                    return answer;
                }
                token = answer.is(200) ? answer.text("refreshToken") : token;
            }
        } finally {
            running.countDown();
        }
    }

    private void signOut(Answer signedIn) {
        var token = Map.of("refreshToken", signedIn.text("refreshToken"));
        require(204, gateway.send("POST", "/api/auth/revoke", "", token, Map.of()), "the sign-out");
    }

    private void change(Account customer, Answer signedIn, String current, String next) {
        var path = "/api/users/%d/password".formatted(customer.userId());
        var body = Map.of("currentPassword", current, "newPassword", next);
        require(204, gateway.send("PUT", path, signedIn.text("accessToken"), body, Map.of()), "the new password");
    }

    private void block(Account customer) {
        var reason = Map.of("reason", "A stolen token");
        require(200, staff.send("PUT", pathOfBlock(customer), reason, Map.of()), "the block");
    }

    private void unblock(Account customer) {
        require(204, staff.send("DELETE", pathOfBlock(customer), null, Map.of()), "the end of the block");
    }

    private static String pathOfBlock(Account customer) {
        return "/api/users/%d/block".formatted(customer.userId());
    }

    private void expectNoSignIn(Account blocked, String password) {
        var answer = signIn(blocked, password);
        if (!answer.is(401)) {
            findings.add("A blocked customer signs in: " + answer.status());
        }
    }

    private Answer signIn(Account customer, String password) {
        return sendTokens(Map.of("username", customer.username(), "password", password));
    }

    private Answer sendTokens(Map<String, String> credentials) {
        return gateway.send("POST", "/api/auth/token", "", credentials, Map.of());
    }

    private static Answer require(int status, Answer answer, String what) {
        if (!answer.is(status)) {
            throw new IllegalStateException("The shop refuses %s: %s".formatted(what, answer));
        }
        return answer;
    }
}
