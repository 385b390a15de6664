package ecommerce.proxyclient.desk.imports;

import ecommerce.proxyclient.page.FormErrors;
import ecommerce.proxyclient.page.Refusal;
import ecommerce.proxyclient.productclient.ImportClient;
import ecommerce.proxyclient.session.BrowserSession;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.HttpClientErrorException;

/** Shows staff the imports of the catalogue, and cancels them. */
@Controller
@PreAuthorize("hasRole('ADMIN')")
class ImportDeskController {

    static final String LIST = "/app/desk/imports";

    /** Seconds between reloads of the page while a job runs. */
    private static final String REFRESH_SECONDS = "3";

    private final ImportClient imports;

    ImportDeskController(ImportClient imports) {
        this.imports = imports;
    }

    @GetMapping(LIST)
    String list(@RequestParam(defaultValue = "0") int page, Model model) {
        model.addAttribute("jobs", imports.jobs(page));
        model.addAttribute("form", ImportForm.empty());
        model.addAttribute("errors", FormErrors.NONE);
        return "desk/imports/imports";
    }

    /** Shows a job. While it isn't finished, the browser loads the page again by itself, with or without scripts. */
    @GetMapping(LIST + "/{jobId}")
    String job(@PathVariable long jobId, HttpServletResponse response, Model model) {
        var job = imports.job(jobId);
        if (job.isOpen()) {
            response.setHeader("Refresh", REFRESH_SECONDS);
        }
        model.addAttribute("job", job);
        return "desk/imports/job";
    }

    /** Asks for a confirmation on a page that doesn't load again by itself. */
    @GetMapping(LIST + "/{jobId}/cancel")
    String confirmCancel(@PathVariable long jobId, Model model) {
        model.addAttribute("job", imports.job(jobId));
        return "desk/imports/cancel";
    }

    @PostMapping(LIST + "/{jobId}/cancel")
    String cancel(@PathVariable long jobId, @RequestAttribute(BrowserSession.NAME) BrowserSession session) {
        try {
            imports.cancel(jobId);
            session.tell("desk.imports.cancelled");
        } catch (HttpClientErrorException.Conflict ended) {
            session.warn("desk.imports.not-cancelled", Refusal.of(ended).detail());
        }
        return redirect(jobId);
    }

    static String redirect(long jobId) {
        return "redirect:" + LIST + "/" + jobId;
    }
}
