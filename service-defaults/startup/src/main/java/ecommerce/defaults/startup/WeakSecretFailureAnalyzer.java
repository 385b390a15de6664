package ecommerce.defaults.startup;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Explains which secret to replace, instead of a stack trace. */
class WeakSecretFailureAnalyzer extends AbstractFailureAnalyzer<WeakSecretException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, WeakSecretException cause) {
        return new FailureAnalysis(
                "The environment variable %s holds a weak secret: it %s.".formatted(cause.name(), cause.weakness()),
                """
                Set %s to a random value, such as the output of: openssl rand -hex 24
                "Weak secrets" in docs/containers.md says how to replace a secret that is in use.
                """.formatted(cause.name()),
                cause);
    }
}
