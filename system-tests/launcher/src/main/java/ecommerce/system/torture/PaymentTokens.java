package ecommerce.system.torture;

import java.util.random.RandomGenerator;

/** Selects a random payment token of the sandbox. Most payments are approved. */
final class PaymentTokens {

    private static final String[] ODD = {
        "tok_declined",
        "tok_insufficient_funds",
        "tok_slow",
        "tok_charge_then_timeout",
        "tok_charge_then_timeout",
        "tok_fails_then_works",
        "tok_fails_then_works",
        "tok_down",
        "tok_capture_refused"
    };

    private PaymentTokens() {}

    static String any(RandomGenerator random) {
        return random.nextInt(10) < 6 ? "tok_approved" : ODD[random.nextInt(ODD.length)];
    }
}
