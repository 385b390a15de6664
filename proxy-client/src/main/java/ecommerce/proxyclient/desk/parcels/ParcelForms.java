package ecommerce.proxyclient.desk.parcels;

import ecommerce.proxyclient.desk.change.ServiceChanges;
import ecommerce.proxyclient.page.FormErrors;
import ecommerce.proxyclient.session.BrowserSession;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;
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
    private final ServiceChanges changes;
    private final MessageSource messages;

    ParcelForms(ParcelPageReader pages, ServiceChanges changes, MessageSource messages) {
        this.pages = pages;
        this.changes = changes;
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
        return show(new Attempt(action, shippingId, form, FormErrors.NONE), details, version);
    }

    /** Sends a change, and leads to the parcel. Shows the form again if the change fails. */
    ModelAndView send(Attempt attempt, BrowserSession session, HttpServletResponse response, Runnable change) {
        var version = attempt.form().version();
        if (!VERSION.matcher(version).matches()) {
            response.setStatus(400);
            return compare(attempt, now(attempt));
        }
        if (!attempt.errors().isEmpty()) {
            response.setStatus(400);
            return show(attempt, now(attempt), version);
        }
        var errors = changes.run(change, response);
        return errors.isEmpty() ? done(attempt, session) : failed(attempt.with(errors), session, response);
    }

    private ModelAndView failed(Attempt attempt, BrowserSession session, HttpServletResponse response) {
        var version = attempt.form().version();
        return switch (response.getStatus()) {
            case 409, 412 -> {
                var now = now(attempt);
                if (now != null && attempt.form().isDone(now.parcel())) {
                    yield done(attempt, session);
                }
                yield response.getStatus() == 412
                        ? compare(attempt, now)
                        : show(attempt, now, now == null ? version : now.version());
            }
            case 503 -> show(attempt, null, version);
            default -> show(attempt.with(attempt.errors().withGeneral()), now(attempt), version);
        };
    }

    /** Shows the form beside the parcel as it is now. Sent again, the form changes that one. */
    private ModelAndView compare(Attempt attempt, @Nullable ParcelPage now) {
        var form = attempt.form().besideChanged();
        var language = LocaleContextHolder.getLocale();
        var text = form.equals(attempt.form())
                ? messages.getMessage("desk.parcels.stale", null, language)
                : messages.getMessage("desk.parcels.stale.emptied", null, language);
        var version = now == null ? attempt.form().version() : now.version();
        return show(new Attempt(attempt.action(), attempt.shippingId(), form, FormErrors.of(text)), now, version);
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

    private static ModelAndView show(Attempt attempt, @Nullable ParcelPage details, String version) {
        var view = new ModelAndView("desk/parcels/" + attempt.action());
        view.addObject("details", details);
        view.addObject("shippingId", attempt.shippingId());
        view.addObject("form", attempt.form());
        view.addObject("version", version);
        view.addObject("errors", attempt.errors());
        return view;
    }
}
