package ecommerce.proxyclient.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;

/**
 * Why a service has refused a request, from its problem details.
 *
 * @param errors messages by the name of the field, without the objects that contain it
 * @param members the other members of the problem
 */
public record Refusal(int status, String detail, Map<String, String> errors, Map<String, Object> members) {

    public static Refusal of(HttpClientErrorException refused) {
        var problem = problem(refused);
        var members =
                problem == null || problem.getProperties() == null ? Map.<String, Object>of() : problem.getProperties();
        var detail = problem == null ? null : problem.getDetail();
        var errors = new LinkedHashMap<String, String>();
        if (members.get("errors") instanceof List<?> list) {
            for (var error : list) {
                if (error instanceof Map<?, ?> entry) {
                    var field = String.valueOf(entry.get("field"));
                    errors.put(field.substring(field.lastIndexOf('.') + 1), String.valueOf(entry.get("message")));
                }
            }
        }
        return new Refusal(refused.getStatusCode().value(), detail == null ? "" : detail, errors, members);
    }

    /** Returns what is wrong with the first field, or the detail if no field is named. */
    public String text() {
        return errors.entrySet().stream()
                .findFirst()
                .map(error -> error.getKey() + " " + error.getValue())
                .orElse(detail);
    }

    private static @Nullable ProblemDetail problem(HttpClientErrorException refused) {
        try {
            return refused.getResponseBodyAs(ProblemDetail.class);
        } catch (RestClientException noProblem) {
            return null;
        }
    }
}
