package ecommerce.payment.webhook;

import ecommerce.defaults.audit.AuditEvent;
import ecommerce.defaults.audit.Refusals;
import ecommerce.defaults.openapi.AlsoAnswers;
import ecommerce.defaults.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Receives events of the payment provider, which sends no token but signs its events. */
@RestController
@Tag(name = "payments")
class WebhookController {

    private final WebhookSignature signature;
    private final ProviderEvents events;
    private final JsonMapper json;
    private final Validator validator;
    private final Refusals refusals;

    WebhookController(
            WebhookSignature signature,
            ProviderEvents events,
            JsonMapper json,
            Validator validator,
            Refusals refusals) {
        this.signature = signature;
        this.events = events;
        this.json = json;
        this.validator = validator;
        this.refusals = refusals;
    }

    /**
     * Receives an event of the payment provider, which signs it instead of sending a token. Responds with 204 if the
     * event is processed, now or before, and with 503 if the provider must send it again. {@code shop.limits.body}
     * limits its length.
     */
    @PostMapping("/api/payments/webhooks")
    @Operation(requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = ProviderEvent.class))))
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AlsoAnswers(HttpStatus.UNAUTHORIZED)
    void receive(
            @RequestHeader("webhook-id") @Size(min = 1, max = 255) String id,
            @RequestHeader("webhook-timestamp") String timestamp,
            @RequestHeader("webhook-signature") @Size(max = 1000) String signatures,
            InputStream stream)
            throws IOException {
        var body = stream.readAllBytes();
        requireSignature(id, timestamp, signatures, body);
        events.receive(id, parse(body));
    }

    private void requireSignature(String id, String timestamp, String signatures, byte[] body) {
        try {
            signature.require(id, timestamp, signatures, body);
        } catch (ErrorResponseException refused) {
            refusals.record(AuditEvent.of("webhook.refused", "webhook", id)
                    .with("reason", refused.getBody().getDetail()));
            throw refused;
        }
    }

    /** Parses an event. It is called only after the signature of these bytes was checked. */
    private ProviderEvent parse(byte[] body) {
        try {
            var event = json.readValue(body, ProviderEvent.class);
            if (event == null) { // the JSON is null
                throw noEvent();
            }
            var wrong = validator.validate(event).stream().findFirst();
            if (wrong.isPresent()) {
                throw Problem.invalid(
                        wrong.get().getPropertyPath().toString(), wrong.get().getMessage());
            }
            return event;
        } catch (JacksonException e) {
            throw noEvent();
        }
    }

    private static ErrorResponseException noEvent() {
        return Problem.invalid("body", "must be a JSON object with type and data.reference");
    }
}
