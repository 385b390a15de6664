package ecommerce.defaults.schema;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Names the missing migrations and how to run them, instead of a stack trace. */
class OutdatedSchemaFailureAnalyzer extends AbstractFailureAnalyzer<OutdatedSchemaException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, OutdatedSchemaException cause) {
        return new FailureAnalysis(
                "The schema %s is older than this version of the service. It lacks: %s."
                        .formatted(cause.schema(), String.join(", ", cause.missing())),
                "Run the migration of this version first (docs/deployment.md, \"Database migrations\"). Only the schema's"
                        + " owner may run it, not the service.",
                cause);
    }
}
