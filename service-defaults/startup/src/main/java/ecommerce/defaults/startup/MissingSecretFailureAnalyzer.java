package ecommerce.defaults.startup;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Reports which environment variable to set, instead of a stack trace. */
class MissingSecretFailureAnalyzer extends AbstractFailureAnalyzer<MissingSecretException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, MissingSecretException cause) {
        var names = String.join(", ", cause.names());
        return new FailureAnalysis(
                "The environment variable %s is not set, and it has no default outside the local profile."
                        .formatted(names),
                "Set %s, or start with the profile 'local' for development.".formatted(names),
                cause);
    }
}
