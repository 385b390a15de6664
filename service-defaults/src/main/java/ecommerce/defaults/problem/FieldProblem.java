package ecommerce.defaults.problem;

import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;

/** An invalid input field of a request, identified by JSON path, parameter name or header name. */
record FieldProblem(String field, String message) {

    static final String WRONG_FORM = "has the wrong type or format";

    /** Names the member that can't be read. The path is empty if the whole body can't be read. */
    static FieldProblem wrongForm(JacksonException exception) {
        var path = exception.getPath().stream().map(FieldProblem::step).collect(Collectors.joining());
        return new FieldProblem(path.startsWith(".") ? path.substring(1) : path, WRONG_FORM);
    }

    private static String step(JacksonException.Reference step) {
        return step.getPropertyName() == null ? "[%d]".formatted(step.getIndex()) : "." + step.getPropertyName();
    }
}
