package ecommerce.proxyclient.page;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;

/**
 * What is wrong with a form that was sent.
 *
 * @param fields messages by field
 * @param general a message about the whole form; empty if there is none
 */
public record FormErrors(Map<String, String> fields, String general) {

    public static final FormErrors NONE = new FormErrors(Map.of(), "");

    /** What user-service says of a name or an email address that somebody else has. */
    private static final String TAKEN = "is taken";

    public static FormErrors of(BindingResult result) {
        var fields = new LinkedHashMap<String, String>();
        result.getFieldErrors().forEach(error -> fields.putIfAbsent(error.getField(), message(error)));
        return new FormErrors(fields, "");
    }

    /** Replaces Spring's message for a failed conversion, which contains Java type names. */
    private static String message(FieldError error) {
        return error.isBindingFailure() ? "has the wrong form" : String.valueOf(error.getDefaultMessage());
    }

    public static FormErrors of(String general) {
        return new FormErrors(Map.of(), general);
    }

    /** Returns why a service has refused the filter of a list. */
    public static FormErrors of(Refusal refusal) {
        return new FormErrors(refusal.errors(), refusal.text());
    }

    /** @param taken the text for a value that somebody else has */
    public static FormErrors of(Refusal refusal, String taken) {
        var fields = new LinkedHashMap<String, String>();
        refusal.errors().forEach((field, message) -> fields.put(field, message.equals(TAKEN) ? taken : message));
        return new FormErrors(fields, fields.isEmpty() ? refusal.detail() : "");
    }

    /** Returns the errors with the first wrong field named also for the whole form, which may not have such a field. */
    public FormErrors withGeneral() {
        return fields.entrySet().stream()
                .findFirst()
                .map(first -> new FormErrors(fields, first.getKey() + " " + first.getValue()))
                .orElse(this);
    }

    public String of(String field, String none) {
        return fields.getOrDefault(field, none);
    }

    public boolean isEmpty() {
        return fields.isEmpty() && general.isEmpty();
    }
}
