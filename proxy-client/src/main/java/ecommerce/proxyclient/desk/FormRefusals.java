package ecommerce.proxyclient.desk;

import ecommerce.proxyclient.page.FormErrors;
import ecommerce.proxyclient.page.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;

/** Says why a service hasn't done what a form asked for, so that the form can be shown again with all that was typed. */
@Component
public class FormRefusals {

    private final MessageSource messages;

    FormRefusals(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * Returns what the form says, and sets the status of the response. Throws a refusal that has a page of its own: a
     * missing or old sign-in (401), a missing role (403) and a missing record (404).
     */
    public FormErrors of(RestClientException failure, HttpServletResponse response) {
        if (!(failure instanceof HttpClientErrorException refused)) {
            response.setStatus(503);
            return FormErrors.of(text("desk.unanswered"));
        }
        var status = refused.getStatusCode().value();
        if (status == 401 || status == 403 || status == 404) {
            throw refused;
        }
        response.setStatus(status);
        var headers = refused.getResponseHeaders();
        var seconds = headers == null ? null : headers.getFirst(HttpHeaders.RETRY_AFTER);
        if (seconds != null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, seconds);
        }
        return status == 412
                ? FormErrors.of(text("desk.changed-meanwhile"))
                : FormErrors.of(Refusal.of(refused), text("form.taken"));
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
