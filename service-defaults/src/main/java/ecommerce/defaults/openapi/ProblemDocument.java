package ecommerce.defaults.openapi;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Any error, as problem details (RFC 9457).
 *
 * @param type identifies a problem that clients must tell from others of its status; absent otherwise
 * @param title the name of the status
 * @param status the HTTP status
 * @param detail what is wrong, and what to do
 * @param instance the path of the request
 * @param traceId the id under which logs and traces have the request; name it in a report of a fault
 * @param errors the fields that are wrong, if any
 */
@Schema(name = ProblemAnswer.PROBLEM_SCHEMA)
record ProblemDocument(
        @Nullable String type,
        @NotNull String title,
        @NotNull Integer status,
        @Nullable String detail,
        @Nullable String instance,
        @NotNull String traceId,
        @Nullable List<WrongField> errors) {

    /**
     * A field of a request that is wrong.
     *
     * @param field the JSON path of the member, or the name of the parameter or header
     * @param message what the field must be
     */
    record WrongField(@NotNull String field, @NotNull String message) {}
}
