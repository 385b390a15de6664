package ecommerce.payment.sandbox;

/** Defines the tokens that several operations use. */
final class SandboxTokens {

    static final String CAPTURE_REFUSED = "tok_capture_refused";
    static final String CAPTURE_DOWN = "tok_capture_down";

    private SandboxTokens() {}
}
