package ecommerce.defaults.problem;

import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/** One invalid input field of a request, by its JSON path, parameter or header name. */
record FieldProblem(String field, String message) {

    static final String WRONG_FORM = "has a value of the wrong type or form";

    /** The member that can't be read; its path is empty for the whole body. */
    static FieldProblem wrongForm(DatabindException exception) {
        var path = exception.getPath().stream().map(FieldProblem::step).collect(Collectors.joining());
        return new FieldProblem(path.startsWith(".") ? path.substring(1) : path, WRONG_FORM);
    }

    private static String step(JacksonException.Reference step) {
        return step.getPropertyName() == null ? "[%d]".formatted(step.getIndex()) : "." + step.getPropertyName();
    }
}
