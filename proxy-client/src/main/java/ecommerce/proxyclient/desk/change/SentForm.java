package ecommerce.proxyclient.desk.change;

import ecommerce.proxyclient.session.BrowserSession;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Objects;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * A form that staff have sent.
 *
 * @param action the path to which it was sent
 * @param record the address of the record that the form changes
 */
public record SentForm(
        String action, String record, TypedFields fields, BrowserSession session, HttpServletResponse response) {

    private static final String CSRF = "_csrf";

    public static SentForm of(ServletWebRequest request, String record) {
        var fields = new LinkedHashMap<String, String>();
        request.getParameterMap().forEach((name, values) -> fields.put(name, values[0]));
        fields.remove(CSRF);
        var session = (BrowserSession) request.getRequest().getAttribute(BrowserSession.NAME);
        var response = Objects.requireNonNull(request.getResponse());
        var action = request.getRequest().getRequestURI();
        return new SentForm(action, record, new TypedFields(fields), session, response);
    }

    /** Returns what was typed, without blanks around it; empty if the field is absent. */
    public String value(String field) {
        return fields.value(field);
    }

    /** Returns the form's idempotency key; empty if it is absent, which the services refuse. */
    public String key() {
        return value(TypedFields.KEY);
    }
}
