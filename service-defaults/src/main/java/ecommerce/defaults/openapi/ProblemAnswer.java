package ecommerce.defaults.openapi;

import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.util.StringUtils;

/** A problem with which operations may answer. All operations refer to its one description in the document. */
enum ProblemAnswer {
    BAD_REQUEST(
            "The request is invalid. `errors` names each wrong field, and says what it must be.",
            "The request is invalid"),
    UNAUTHORIZED(
            "The access token, or what the operation takes in its place, is missing, expired or wrong. If `type` is"
                    + " `urn:ecommerce:problem:sign-in-again`, the operation requires a password that was entered"
                    + " recently: sign in again, then send the request again.",
            "A valid access token is required"),
    FORBIDDEN(
            "The caller doesn't have the permission. Some operations are only for staff.",
            "You don't have permission for this request"),
    NOT_FOUND("The resource doesn't exist, or it belongs to another user.", "There is no resource 4711"),
    CONFLICT(
            "The state of the resource doesn't allow the change, or another request changed it at the same time. Read"
                    + " the resource again before you send the request again.",
            "Another request changed the resource at the same time. Read it again and retry."),
    PRECONDITION_FAILED(
            "The resource has changed since `If-Match` was its `ETag`. Read it again, then send the request with its"
                    + " new `ETag`.",
            "The resource has changed. Read it again and retry."),
    CONTENT_TOO_LARGE("The body is too large.", "The body must be at most 65536 bytes"),
    UNSUPPORTED_MEDIA_TYPE(
            "The `Content-Type` isn't one of those that the operation accepts.",
            "The Content-Type text/plain is not supported; use application/json"),
    UNPROCESSABLE_CONTENT(
            "The `Idempotency-Key` was used for another request. Choose a new key for each new request.",
            "The Idempotency-Key was already used for another request"),
    PRECONDITION_REQUIRED(
            "The change requires an `If-Match` with the resource's `ETag`.",
            "This change requires an If-Match header. Read the resource and send its ETag."),
    TOO_MANY_REQUESTS(
            "Too many requests. `Retry-After` has the seconds to wait.", "Too many requests. Retry in 12 seconds."),
    SERVICE_UNAVAILABLE(
            "The database or a required service is unavailable. `Retry-After` has the seconds to wait.",
            "The database is unavailable. Retry later.");

    static final String PROBLEM_SCHEMA = "Problem";

    private final String description;
    private final String exampleDetail;

    ProblemAnswer(String description, String exampleDetail) {
        this.description = description;
        this.exampleDetail = exampleDetail;
    }

    HttpStatus status() {
        return HttpStatus.valueOf(name());
    }

    String code() {
        return Integer.toString(status().value());
    }

    /** Returns the name of the shared description, such as {@code NotFound}. */
    String component() {
        return Arrays.stream(name().split("_"))
                .map(word -> StringUtils.capitalize(word.toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining());
    }

    ApiResponse reference() {
        return new ApiResponse().$ref("#/components/responses/" + component());
    }

    ApiResponse response() {
        var response = new ApiResponse().description(description).content(content(example()));
        if (this == TOO_MANY_REQUESTS || this == SERVICE_UNAVAILABLE) {
            response.addHeaderObject(
                    HttpHeaders.RETRY_AFTER,
                    new Header().description("The seconds to wait.").schema(new JsonSchema().typesItem("integer")));
        }
        return response;
    }

    /** Returns the content of any problem, with an example. */
    private static Content content(Map<String, Object> example) {
        var body = new MediaType()
                .schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM_SCHEMA))
                .example(example);
        return new Content().addMediaType(org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE, body);
    }

    private Map<String, Object> example() {
        var example = new LinkedHashMap<String, Object>();
        example.put("title", status().getReasonPhrase());
        example.put("status", status().value());
        example.put("detail", exampleDetail);
        example.put("traceId", "4bf92f3577b34da6a3ce929d0e0e4736");
        if (this == BAD_REQUEST) {
            example.put("errors", List.of(Map.of("field", "size", "message", "must be a whole number")));
        }
        return example;
    }
}
