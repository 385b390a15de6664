package ecommerce.defaults.problem;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.MethodParameter;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.exc.MismatchedInputException;

/** An invalid input field of a request, identified by JSON path, parameter name or header name. */
record FieldProblem(String field, String message) {

    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    /** Names the member that can't be read. The path is empty if the whole body can't be read. */
    static FieldProblem wrongForm(JacksonException exception) {
        var path = exception.getPath().stream().map(FieldProblem::step).collect(Collectors.joining());
        var type = switch (exception) {
            case MismatchedInputException mismatch -> mismatch.getTargetType();
            case InputCoercionException outOfRange -> outOfRange.getTargetType();
            default -> null;
        };
        return new FieldProblem(path.startsWith(".") ? path.substring(1) : path, ExpectedForm.of(type));
    }

    private static String step(JacksonException.Reference step) {
        return step.getPropertyName() == null ? "[%d]".formatted(step.getIndex()) : "." + step.getPropertyName();
    }

    /** Names the fields of an object that are invalid or can't be read. */
    static List<FieldProblem> of(Errors invalid) {
        return invalid.getAllErrors().stream()
                .map(error -> of(error, error.getObjectName()))
                .toList();
    }

    /** Names the parameters of a handler that are invalid. */
    static List<FieldProblem> of(HandlerMethodValidationException invalid) {
        return invalid.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> of(error, name(result.getMethodParameter()))))
                .toList();
    }

    /** Returns the name by which clients know the parameter: that of the header, if it is one. */
    private static String name(MethodParameter parameter) {
        var header = parameter.getParameterAnnotation(RequestHeader.class);
        var names = header == null ? Stream.<String>of() : Stream.of(header.name(), header.value());
        return names.filter(name -> !name.isEmpty())
                .findFirst()
                .orElseGet(() -> String.valueOf(parameter.getParameterName()));
    }

    static FieldProblem missing(MissingRequestHeaderException missing) {
        var advice = missing.getHeaderName().equals(IDEMPOTENCY_KEY)
                ? "; choose a new key, such as a UUID, for each new request, and send the same key when you repeat it"
                : "";
        return new FieldProblem(missing.getHeaderName(), "is missing" + advice);
    }

    private static FieldProblem of(MessageSourceResolvable error, String otherwise) {
        return new FieldProblem(error instanceof FieldError field ? field.getField() : otherwise, message(error));
    }

    /** Replaces Spring's message for a failed conversion, which contains Java type names. */
    private static String message(MessageSourceResolvable error) {
        if (error instanceof FieldError field && field.isBindingFailure()) {
            var type = field.contains(TypeMismatchException.class)
                    ? field.unwrap(TypeMismatchException.class).getRequiredType()
                    : null;
            return ExpectedForm.of(type);
        }
        return String.valueOf(error.getDefaultMessage());
    }
}
