package ecommerce.system.attack.fuzz;

import ecommerce.system.client.Answer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects the faults that random requests find. Reports each kind of fault once for each operation. */
final class FuzzFindings {

    private static final int SHOWN = 600;

    private final List<String> findings = new ArrayList<>();
    private final Set<String> known = new HashSet<>();

    /** Finds a missing answer, a 5xx, a stack trace, HTML, and a refusal that isn't a problem document (RFC 9457). */
    void judge(RandomRequest request, Answer answer) {
        var fault = fault(request, answer);
        if (!fault.isEmpty() && known.add(request.operation() + fault)) {
            add("%s: %s. %s".formatted(fault, shorten(request.toString()), shorten(answer.content())));
        }
    }

    private static String fault(RandomRequest request, Answer answer) {
        if (answer.status() == 0) {
            return "no answer";
        }
        if (answer.status() >= 500) {
            return "status " + answer.status();
        }
        if (answer.content().contains("\tat ")) {
            return "a stack trace";
        }
        if (answer.status() >= 400 && !isProblem(request, answer)) {
            return "status %d without a problem document".formatted(answer.status());
        }
        return answer.content().startsWith("<") && !request.operation().path().startsWith("/app") ? "HTML" : "";
    }

    /** The token endpoint answers with the error that RFC 6749 requires. */
    private static boolean isProblem(RandomRequest request, Answer answer) {
        return request.operation().path().startsWith("/oauth2/")
                || answer.header("Content-Type").orElse("").startsWith("application/problem+json");
    }

    /** Finds the tables that refused requests have changed. */
    void compare(Map<String, String> before, Map<String, String> after) {
        var changed = after.entrySet().stream()
                .filter(table -> !table.getValue().equals(before.get(table.getKey())))
                .map(Map.Entry::getKey)
                .toList();
        if (!changed.isEmpty() && known.add(changed.toString())) {
            add("Refused requests have changed the tables %s".formatted(changed));
        }
    }

    void add(String finding) {
        findings.add(finding);
    }

    List<String> all() {
        return List.copyOf(findings);
    }

    private static String shorten(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
