package ecommerce.proxyclient.desk.imports;

import static java.util.Objects.requireNonNull;

import ecommerce.proxyclient.desk.change.ServiceChanges;
import ecommerce.proxyclient.page.FormErrors;
import ecommerce.proxyclient.productclient.CatalogueTransfers;
import ecommerce.proxyclient.productclient.CatalogueTransfers.Sender;
import ecommerce.proxyclient.productclient.ImportClient;
import ecommerce.proxyclient.session.BrowserSession;
import ecommerce.proxyclient.session.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Passes files between staff's browsers and product-service. Each method first makes a small call, which refreshes the
 * user's token if product-service refuses it: a file can't be sent twice.
 */
@Controller
@PreAuthorize("hasRole('ADMIN')")
class FileDeskController {

    private final ImportClient imports;
    private final CatalogueTransfers transfers;
    private final Sessions sessions;
    private final ServiceChanges changes;
    private final MessageSource messages;

    FileDeskController(
            ImportClient imports,
            CatalogueTransfers transfers,
            Sessions sessions,
            ServiceChanges changes,
            MessageSource messages) {
        this.imports = imports;
        this.transfers = transfers;
        this.sessions = sessions;
        this.changes = changes;
        this.messages = messages;
    }

    /** Sends the file on while it arrives, and shows the job that imports it. */
    @PostMapping(ImportDeskController.LIST)
    String send(
            @RequestAttribute(Upload.NAME) Upload upload,
            @RequestAttribute(BrowserSession.NAME) BrowserSession session,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var form = ImportForm.of(upload.fields());
        model.addAttribute("form", form);
        model.addAttribute("jobs", imports.jobs(0));
        var file = upload.file();
        if (file == null || !form.isComplete()) {
            response.setStatus(400);
            return refuse(new FormErrors(Map.of("file", text("desk.imports.no-file")), ""), model);
        }
        var sender = sender(session, request);
        var attempt = changes.attempt(() -> transfers.send(file, form.terms(), sender), response);
        if (attempt.answer().isPresent()) {
            session.tell("desk.imports.accepted");
            return ImportDeskController.redirect(attempt.answer().get().jobId());
        }
        file.readRest();
        return refuse(errors(attempt.errors(), file, response), model);
    }

    private FormErrors errors(FormErrors errors, LimitedFile file, HttpServletResponse response) {
        if (file.isTooLarge()) {
            response.setStatus(413);
            return new FormErrors(Map.of("file", text("desk.imports.too-large")), "");
        }
        return switch (response.getStatus()) {
            case 422 -> FormErrors.of(text("desk.imports.other-file"));
            case 503 -> FormErrors.of(text("desk.imports.unanswered"));
            default -> errors;
        };
    }

    /** Downloads the lines that a job has refused. */
    @GetMapping(ImportDeskController.LIST + "/{jobId}/refusals")
    void refusals(
            @PathVariable long jobId,
            @RequestAttribute(BrowserSession.NAME) BrowserSession session,
            HttpServletRequest request,
            HttpServletResponse response) {
        imports.job(jobId);
        transfers.receive("/api/products/imports/%d/refusals".formatted(jobId), sender(session, request), response);
    }

    /** Downloads all products, or all hidden ones. */
    @GetMapping(ImportDeskController.LIST + "/export")
    void export(
            @RequestParam(defaultValue = "false") boolean hidden,
            @RequestAttribute(BrowserSession.NAME) BrowserSession session,
            HttpServletRequest request,
            HttpServletResponse response) {
        imports.jobs(0);
        transfers.receive("/api/products/export?hidden=" + hidden, sender(session, request), response);
    }

    private Sender sender(BrowserSession session, HttpServletRequest request) {
        var address = request.getRemoteAddr();
        return new Sender(requireNonNull(sessions.accessToken(session, address)), address);
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }

    private static String refuse(FormErrors errors, Model model) {
        model.addAttribute("errors", errors);
        return "desk/imports/imports";
    }
}
