package ecommerce.defaults.problem;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.web.ErrorResponseException;

/**
 * Maps unique constraints to request fields. A service checks for duplicates before it writes. If two requests write at
 * the same time, the constraint rejects the second.
 *
 * @param uniqueFields request fields by the names of their unique constraints
 */
@ConfigurationProperties("shop.database")
record UniqueFields(@DefaultValue Map<String, String> uniqueFields) {

    /** Returns a 409, which names the field if the violated constraint is known. */
    ErrorResponseException problem(DataIntegrityViolationException violation) {
        var field = field(violation);
        return field == null
                ? Problem.conflict("The request conflicts with data that another request just stored. Read it again.")
                : Problem.duplicate(field, "Another request has just taken this %s".formatted(field));
    }

    private @Nullable String field(DataIntegrityViolationException violation) {
        var constraint =
                violation.getMostSpecificCause() instanceof PSQLException cause && cause.getServerErrorMessage() != null
                        ? cause.getServerErrorMessage().getConstraint()
                        : null;
        return constraint == null ? null : uniqueFields.get(constraint);
    }
}
