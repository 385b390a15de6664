package ecommerce.defaults.problem;

import java.util.Map;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.web.ErrorResponseException;

/**
 * Maps unique constraints to request fields. A service refuses a duplicate before it writes. Of two simultaneous
 * requests, the constraint refuses the second.
 *
 * @param uniqueFields the field of each constraint, by the constraint's name
 */
@ConfigurationProperties("shop.database")
record UniqueFields(@DefaultValue Map<String, String> uniqueFields) {

    /** 409 that names the field, if the violated constraint is a known one. */
    ErrorResponseException problem(DataIntegrityViolationException violation) {
        var field = field(violation);
        return field == null
                ? Problem.conflict("The request contradicts data that another request has just stored. Read it again.")
                : Problem.duplicate(field, "Another request has just taken this %s".formatted(field));
    }

    private @Nullable String field(DataIntegrityViolationException violation) {
        return violation.getCause() instanceof ConstraintViolationException cause && cause.getConstraintName() != null
                ? uniqueFields.get(cause.getConstraintName())
                : null;
    }
}
