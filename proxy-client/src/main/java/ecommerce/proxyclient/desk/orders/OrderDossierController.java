package ecommerce.proxyclient.desk.orders;

import ecommerce.proxyclient.desk.change.FormSubmission;
import ecommerce.proxyclient.desk.change.SentForm;
import ecommerce.proxyclient.orderclient.OrderHistoryClient;
import ecommerce.proxyclient.orderclient.OrderHistoryClient.NewNote;
import ecommerce.proxyclient.page.FormErrors;
import ecommerce.proxyclient.session.BrowserSession;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.ModelAndView;

/** Shows an order to staff with all that happened to it, and adds notes. */
@Controller
@PreAuthorize("hasRole('ADMIN')")
class OrderDossierController {

    private static final String PATH = OrderSearch.PATH + "/{orderId}";

    private final DossierReader dossiers;
    private final OrderHistoryClient history;
    private final FormSubmission submission;

    OrderDossierController(DossierReader dossiers, OrderHistoryClient history, FormSubmission submission) {
        this.dossiers = dossiers;
        this.history = history;
        this.submission = submission;
    }

    @GetMapping(PATH)
    ModelAndView order(@PathVariable long orderId) {
        return show(orderId, "", UUID.randomUUID().toString(), FormErrors.NONE);
    }

    @PostMapping(PATH + "/notes")
    ModelAndView addNote(
            @PathVariable long orderId,
            @RequestAttribute(BrowserSession.NAME) BrowserSession session,
            ServletWebRequest request) {
        var page = OrderSearch.PATH + "/" + orderId;
        var form = SentForm.of(request, page);
        return submission.send(
                form,
                () -> {
                    history.add(orderId, new NewNote(form.value("text")), form.key());
                    session.tell("desk.orders.note-added");
                    return page;
                },
                errors -> show(orderId, form.value("text"), form.key(), errors));
    }

    private ModelAndView show(long orderId, String text, String key, FormErrors errors) {
        return new ModelAndView("desk/orders/order")
                .addObject("dossier", dossiers.read(orderId))
                .addObject("text", text)
                .addObject(FormSubmission.KEY, key)
                .addObject("errors", errors);
    }
}
