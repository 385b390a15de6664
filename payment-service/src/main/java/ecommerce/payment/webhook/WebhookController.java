package ecommerce.payment.webhook;

import ecommerce.defaults.problem.Problem;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** For the payment provider, which has no token but signs what it sends. */
@RestController
@Tag(name = "payments")
class WebhookController {

    /** In bytes; no more is ever read. */
    private static final int LONGEST_BODY = 65_536;

    private final WebhookSignature signature;
    private final ProviderEvents events;
    private final JsonMapper json;
    private final Validator validator;

    WebhookController(WebhookSignature signature, ProviderEvents events, JsonMapper json, Validator validator) {
        this.signature = signature;
        this.events = events;
        this.json = json;
        this.validator = validator;
    }

    /** 204 for an event that was taken, now or before; 413 for one that is too long; 503 where it is to be sent again. */
    @PostMapping("/api/payments/webhooks")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void receive(
            @RequestHeader("webhook-id") @Size(min = 1, max = 255) String id,
            @RequestHeader("webhook-timestamp") String timestamp,
            @RequestHeader("webhook-signature") @Size(max = 1000) String signatures,
            InputStream stream)
            throws IOException {
        var body = stream.readNBytes(LONGEST_BODY + 1);
        if (body.length > LONGEST_BODY) {
            throw new ResponseStatusException(
                    HttpStatus.CONTENT_TOO_LARGE, "An event has at most %d bytes".formatted(LONGEST_BODY));
        }
        signature.require(id, timestamp, signatures, body);
        events.receive(id, parse(body));
    }

    /** Read only after the signature of the very bytes has been checked. */
    private ProviderEvent parse(byte[] body) {
        try {
            var event = json.readValue(body, ProviderEvent.class);
            var wrong = validator.validate(event).stream().findFirst();
            if (wrong.isPresent()) {
                throw Problem.invalid(
                        wrong.get().getPropertyPath().toString(), wrong.get().getMessage());
            }
            return event;
        } catch (JacksonException e) {
            throw Problem.invalid("body", "isn't an event");
        }
    }
}
