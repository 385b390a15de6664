package ecommerce.payment.sandbox;

/** The tokens that matter at more than one call. */
final class SandboxTokens {

    static final String CAPTURE_REFUSED = "tok_capture_refused";
    static final String CAPTURE_DOWN = "tok_capture_down";

    private SandboxTokens() {}
}
