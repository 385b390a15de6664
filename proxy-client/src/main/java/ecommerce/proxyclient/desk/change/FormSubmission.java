package ecommerce.proxyclient.desk.change;

import ecommerce.proxyclient.page.FormErrors;
import ecommerce.proxyclient.page.Refusal;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;
import org.springframework.web.servlet.ModelAndView;

/**
 * Sends a form that asks for confirmation. If the service refuses it, the form is shown again with what was typed and with
 * the reason. If the answer is lost, a page that needs no service offers to send the same form again, with the same key.
 */
@Component
public class FormSubmission {

    /** The attribute of the model that has the form's idempotency key. */
    public static final String KEY = TypedFields.KEY;

    private final ServiceChanges changes;

    FormSubmission(ServiceChanges changes) {
        this.changes = changes;
    }

    /**
     * Sends the form.
     *
     * @param call calls the service, and returns the address of the page to show next
     * @param again shows the form again with what was typed, and with what is wrong
     */
    public ModelAndView send(SentForm form, Supplier<String> call, Function<FormErrors, ModelAndView> again) {
        var attempt = changes.attempt(call, form.response());
        return attempt.answer()
                .map(address -> new ModelAndView("redirect:" + address))
                .orElseGet(() -> refused(form, attempt.errors(), again));
    }

    /**
     * Sends a form in which nothing is typed. The page of the record says why it was refused.
     *
     * @param call calls the service
     */
    public ModelAndView press(SentForm form, Runnable call) {
        return send(
                form,
                () -> {
                    try {
                        call.run();
                    } catch (HttpClientErrorException.Conflict refused) {
                        form.session().warn("desk.refused", Refusal.of(refused).detail());
                    }
                    return form.record();
                },
                errors -> unanswered(form, errors));
    }

    /** Shows the form again with the record as it is now, or without the record if it can't be read. */
    private static ModelAndView refused(SentForm form, FormErrors errors, Function<FormErrors, ModelAndView> again) {
        var status = HttpStatus.valueOf(form.response().getStatus());
        if (status.is5xxServerError()) {
            return unanswered(form, errors);
        }
        if (status == HttpStatus.UNPROCESSABLE_CONTENT) {
            return recorded(form);
        }
        try {
            return again.apply(errors.withGeneral());
        } catch (HttpClientErrorException recordGone) {
            throw recordGone;
        } catch (RestClientException | ErrorResponseException unavailable) {
            form.response().setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            return unanswered(form, errors.withGeneral());
        }
    }

    /**
     * Shows the record, because the form was carried out with other values: its answer was lost, or staff have gone back to
     * it. A page with a new key would let them do the same twice.
     */
    private static ModelAndView recorded(SentForm form) {
        form.session().warn("desk.change.key-used");
        return new ModelAndView("redirect:" + form.record());
    }

    private static ModelAndView unanswered(SentForm form, FormErrors errors) {
        return new ModelAndView("desk/change/unanswered")
                .addObject("form", form)
                .addObject("errors", errors);
    }
}
