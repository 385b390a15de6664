package ecommerce.proxyclient.desk.reconciliation;

import ecommerce.proxyclient.orderclient.ReconciliationClient;
import ecommerce.proxyclient.orderclient.ReconciliationClient.Run;
import ecommerce.proxyclient.session.BrowserSession;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.client.HttpClientErrorException;

/** Shows staff the last comparison of orders with payments, stock and shipments, and requests another one. */
@Controller
@PreAuthorize("hasRole('ADMIN')")
class ReconciliationDeskController {

    private static final String PATH = "/app/desk/reconciliation";

    private final ReconciliationClient reconciliation;

    ReconciliationDeskController(ReconciliationClient reconciliation) {
        this.reconciliation = reconciliation;
    }

    @GetMapping(PATH)
    String last(Model model) {
        model.addAttribute("run", find());
        return "desk/reconciliation/reconciliation";
    }

    private @Nullable Run find() {
        try {
            return reconciliation.last();
        } catch (HttpClientErrorException.NotFound noneYet) {
            return null;
        }
    }

    /** Requests a comparison. A repeated request joins the one that runs. */
    @PostMapping(PATH)
    String run(@RequestAttribute(BrowserSession.NAME) BrowserSession session) {
        var isFinished = reconciliation.run().hasBody();
        session.tell(isFinished ? "desk.reconciliation.finished" : "desk.reconciliation.requested");
        return "redirect:" + PATH;
    }
}
