package ecommerce.proxyclient.desk.change;

import ecommerce.proxyclient.desk.change.VersionedEdit.Version;
import ecommerce.proxyclient.page.FormErrors;
import ecommerce.proxyclient.page.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;

/**
 * Sends a change to a service. If the service refuses it or doesn't answer, the result says so, and the page shows the form
 * again as it was typed.
 */
@Component
public class ServiceChanges {

    /**
     * The result of a change.
     *
     * @param answer the service's answer; empty if the change was refused, or if its answer was lost
     * @param errors why there is no answer
     */
    public record Attempt<T>(Optional<T> answer, FormErrors errors) {}

    private static final Logger log = LoggerFactory.getLogger(ServiceChanges.class);

    private static final String RETRY_AFTER_SECONDS = "2";

    private final MessageSource messages;

    ServiceChanges(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * Makes a change. Sets the response's status if there is no answer. Throws 401 if the user must sign in first.
     *
     * @param change a call that may be sent again with the same effect
     */
    public <T> Attempt<T> attempt(Supplier<T> change, HttpServletResponse response) {
        try {
            return new Attempt<>(Optional.of(change.get()), FormErrors.NONE);
        } catch (HttpClientErrorException.Unauthorized signInFirst) {
            throw signInFirst;
        } catch (HttpClientErrorException refused) {
            return new Attempt<>(Optional.empty(), refused(refused, response));
        } catch (ErrorResponseException unavailable) {
            if (!unavailable.getStatusCode().is5xxServerError()) {
                throw unavailable;
            }
            return new Attempt<>(Optional.empty(), lost(unavailable, response));
        } catch (RestClientException unanswered) {
            return new Attempt<>(Optional.empty(), lost(unanswered, response));
        }
    }

    /** Makes a change without an answer. */
    public FormErrors run(Runnable change, HttpServletResponse response) {
        return attempt(
                        () -> {
                            change.run();
                            return true;
                        },
                        response)
                .errors();
    }

    /**
     * Saves an edit. Sets the response's status if it isn't saved.
     *
     * @param save sends the edit with an ETag
     * @param read reads the stored version
     */
    public EditResult save(
            VersionedEdit edit, Consumer<String> save, Supplier<Version> read, HttpServletResponse response) {
        var attempt = attempt(() -> edit.save(save, read), response);
        var conflict = attempt.answer().flatMap(Function.identity()).orElse(null);
        if (conflict != null) {
            response.setStatus(HttpStatus.CONFLICT.value());
        }
        return new EditResult(edit, conflict, attempt.errors());
    }

    /** Deletes a record. One that is gone already, for example because the first answer was lost, is deleted. */
    public FormErrors delete(Runnable deletion, HttpServletResponse response) {
        return run(
                () -> {
                    try {
                        deletion.run();
                    } catch (HttpClientErrorException.NotFound gone) {
                        log.debug("A record is deleted already: {}", gone.toString());
                    }
                },
                response);
    }

    private FormErrors refused(HttpClientErrorException refused, HttpServletResponse response) {
        response.setStatus(refused.getStatusCode().value());
        var headers = refused.getResponseHeaders();
        var wait = headers == null ? null : headers.getFirst(HttpHeaders.RETRY_AFTER);
        if (wait != null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, wait);
        }
        if (refused.getStatusCode().isSameCodeAs(HttpStatus.UNPROCESSABLE_CONTENT)) {
            return FormErrors.of(text("desk.change.key-used"));
        }
        var errors = FormErrors.of(Refusal.of(refused), text("form.taken"));
        return errors.isEmpty() ? FormErrors.of(text("desk.change.refused")) : errors;
    }

    private FormErrors lost(RuntimeException cause, HttpServletResponse response) {
        log.warn("It is unknown whether a change was made: {}", cause.getClass().getSimpleName());
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        return FormErrors.of(text("desk.change.lost"));
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
