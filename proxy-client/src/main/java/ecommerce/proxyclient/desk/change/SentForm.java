package ecommerce.proxyclient.desk.change;

import ecommerce.proxyclient.session.BrowserSession;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.util.StringUtils;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.util.UriUtils;

/**
 * A form that staff have sent.
 *
 * @param action the path to which it was sent
 * @param page the path of the page that has the form, and fills it in from its address
 * @param record the address of the record that the form changes
 */
public record SentForm(
        String action,
        String page,
        String record,
        TypedFields fields,
        BrowserSession session,
        HttpServletResponse response) {

    private static final String CSRF = "_csrf";

    /** The fields for texts. */
    private static final Set<String> TEXTS = Set.of("reason", "note", "text", "orderDesc");

    /** A longer address isn't accepted as the one to return to after the sign-in. */
    private static final int LONGEST_ADDRESS = 1000;

    public static SentForm of(ServletWebRequest request, String page, String record) {
        var fields = new LinkedHashMap<String, String>();
        request.getParameterMap().forEach((name, values) -> fields.put(name, values[0]));
        fields.remove(CSRF);
        var session = (BrowserSession) request.getRequest().getAttribute(BrowserSession.NAME);
        var response = Objects.requireNonNull(request.getResponse());
        return new SentForm(path(request), page, record, new TypedFields(fields), session, response);
    }

    /** Returns a form whose page has the same path as the form itself. */
    public static SentForm of(ServletWebRequest request, String record) {
        return of(request, path(request), record);
    }

    private static String path(ServletWebRequest request) {
        return request.getRequest().getRequestURI();
    }

    /** Returns what was typed, without blanks around it; empty if the field is absent. */
    public String value(String field) {
        return fields.value(field);
    }

    /** Returns the form's idempotency key; empty if it is absent, which the services refuse. */
    public String key() {
        return value(TypedFields.KEY);
    }

    /**
     * Returns the address of the form with what was typed, without the longest text if the address would be too long. If it
     * still is, returns the address of the record. The key, the version and the pieces are never left out.
     */
    String address() {
        var typed = new LinkedHashMap<>(fields.values());
        var whole = address(typed);
        if (whole.length() <= LONGEST_ADDRESS) {
            return whole;
        }
        typed.entrySet().stream()
                .filter(field -> TEXTS.contains(field.getKey()))
                .max(Comparator.comparingInt(field -> field.getValue().length()))
                .ifPresent(longest -> typed.remove(longest.getKey()));
        var shorter = address(typed);
        return shorter.length() <= LONGEST_ADDRESS ? shorter : record;
    }

    private String address(Map<String, String> typed) {
        return typed.entrySet().stream()
                .filter(field -> StringUtils.hasText(field.getValue()))
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&", page + "?", ""));
    }

    private static String encode(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }
}
