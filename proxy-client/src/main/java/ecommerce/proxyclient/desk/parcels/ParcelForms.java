package ecommerce.proxyclient.desk.parcels;

import ecommerce.proxyclient.page.FormErrors;
import ecommerce.proxyclient.page.Refusal;
import ecommerce.proxyclient.session.BrowserSession;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClientException;
import org.springframework.web.servlet.ModelAndView;

/**
 * Shows the forms that change a parcel, and sends the changes. A form that fails is shown again with all that was typed,
 * beside the parcel as it is now. A form whose answer was lost keeps its version, so it can be sent again and has its effect
 * once.
 */
@Component
class ParcelForms {

    private static final Logger log = LoggerFactory.getLogger(ParcelForms.class);
    private static final Pattern VERSION = Pattern.compile("\"[0-9]{1,19}\"");

    private final ParcelPageReader pages;
    private final MessageSource messages;

    ParcelForms(ParcelPageReader pages, MessageSource messages) {
        this.pages = pages;
        this.messages = messages;
    }

    /**
     * A form that was sent.
     *
     * @param action the last part of the form's address, and the name of its template
     * @param errors what is wrong with the form
     */
    record Attempt(String action, long shippingId, ParcelForm form, FormErrors errors) {

        Attempt with(FormErrors problems) {
            return new Attempt(action, shippingId, form, problems);
        }
    }

    /** Shows a form for the first time, or filled in from its address. */
    ModelAndView open(String action, long shippingId, ParcelForm form) {
        var details = pages.read(shippingId);
        var version = form.version().isEmpty() ? details.version() : form.version();
        return show(new Attempt(action, shippingId, form, FormErrors.NONE), details, version, HttpStatus.OK);
    }

    /** Sends a change, and leads to the parcel. Shows the form again if the change fails. */
    ModelAndView send(Attempt attempt, BrowserSession session, Runnable change) {
        var version = attempt.form().version();
        if (!VERSION.matcher(version).matches()) {
            return compare(attempt.with(problem("stale")), now(attempt), HttpStatus.BAD_REQUEST);
        }
        if (!attempt.errors().isEmpty()) {
            return show(attempt, now(attempt), version, HttpStatus.BAD_REQUEST);
        }
        try {
            change.run();
        } catch (HttpClientErrorException refused) {
            return refused(attempt, session, refused);
        } catch (RestClientException lost) {
            log.warn(
                    "The answer to a change of parcel {} was lost: {}",
                    attempt.shippingId(),
                    lost.getClass().getSimpleName());
            return show(attempt.with(problem("lost")), null, version, HttpStatus.SERVICE_UNAVAILABLE);
        }
        return done(attempt, session);
    }

    private ModelAndView refused(Attempt attempt, BrowserSession session, HttpClientErrorException refused) {
        var status = refused.getStatusCode();
        var refusal = Refusal.of(refused);
        return switch (status.value()) {
            case 400, 422, 429 -> {
                var errors = new FormErrors(refusal.errors(), refusal.text());
                yield show(attempt.with(errors), now(attempt), attempt.form().version(), status);
            }
            case 409, 412 -> {
                var now = now(attempt);
                if (now != null && attempt.form().isDone(now.parcel())) {
                    yield done(attempt, session);
                }
                var errors = status.value() == 412 ? problem("stale") : FormErrors.of(refusal.text());
                yield compare(attempt.with(errors), now, status);
            }
            default -> throw refused;
        };
    }

    /** Shows the form beside the parcel as it is now. Sent again, the form changes that one. */
    private static ModelAndView compare(Attempt attempt, @Nullable ParcelPage now, HttpStatusCode status) {
        return show(attempt, now, now == null ? attempt.form().version() : now.version(), status);
    }

    private static ModelAndView done(Attempt attempt, BrowserSession session) {
        session.tell("desk.parcels.done." + attempt.action());
        return new ModelAndView("redirect:/app/desk/parcels/" + attempt.shippingId());
    }

    /** Returns the parcel as it is now; null while shipping-service is unavailable, so that the form isn't lost. */
    private @Nullable ParcelPage now(Attempt attempt) {
        try {
            return pages.read(attempt.shippingId());
        } catch (HttpServerErrorException | ResourceAccessException e) {
            log.warn(
                    "A form is shown without its parcel {}: {}",
                    attempt.shippingId(),
                    e.getClass().getSimpleName());
            return null;
        }
    }

    private static ModelAndView show(
            Attempt attempt, @Nullable ParcelPage details, String version, HttpStatusCode status) {
        var view = new ModelAndView("desk/parcels/" + attempt.action());
        view.setStatus(status);
        view.addObject("details", details);
        view.addObject("shippingId", attempt.shippingId());
        view.addObject("form", attempt.form());
        view.addObject("version", version);
        view.addObject("errors", attempt.errors());
        return view;
    }

    private FormErrors problem(String name) {
        return FormErrors.of(messages.getMessage("desk.parcels." + name, null, LocaleContextHolder.getLocale()));
    }
}
