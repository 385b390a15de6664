package ecommerce.proxyclient.desk.audit;

import ecommerce.defaults.problem.Problem;
import ecommerce.proxyclient.auditclient.AuditArea;
import ecommerce.proxyclient.auditclient.AuditLogs;
import ecommerce.proxyclient.listing.ListQuery;
import ecommerce.proxyclient.listing.Listing;
import ecommerce.proxyclient.page.FormErrors;
import ecommerce.proxyclient.page.PageProperties;
import ecommerce.proxyclient.page.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.HttpClientErrorException;

/** Shows staff who changed what, one area of the shop at a time. */
@Controller
@PreAuthorize("hasRole('ADMIN')")
class AuditDeskController {

    private static final String PATH = "/app/desk/audit";
    private static final String AREA = "area";

    private final AuditLogs logs;
    private final MessageSource messages;
    private final ZoneId zone;

    AuditDeskController(AuditLogs logs, MessageSource messages, PageProperties properties) {
        this.logs = logs;
        this.messages = messages;
        this.zone = ZoneId.of(properties.timeZone());
    }

    @GetMapping(PATH)
    String list(@RequestParam Map<String, String> parameters, HttpServletResponse response, Model model) {
        var query = ListQuery.of(
                PATH, parameters, AREA, "actorName", "action", "subjectType", "subjectId", "from", "to", "q");
        var name = query.value(AREA).isEmpty() ? AuditArea.ORDERS.resource() : query.value(AREA);
        var area = AuditArea.of(name).orElseThrow(() -> Problem.notFound("audit log", name));
        model.addAttribute("query", query);
        model.addAttribute("area", area);
        var errors = errors(query);
        if (errors.isEmpty()) {
            errors = read(area, query, model);
        }
        model.addAttribute("errors", errors);
        if (!errors.isEmpty()) {
            response.setStatus(400);
        }
        return "desk/audit/audit";
    }

    /** Checks the number of a record, which means nothing without the record's type. */
    private FormErrors errors(ListQuery query) {
        if (query.value("subjectId").isEmpty() || !query.value("subjectType").isEmpty()) {
            return FormErrors.NONE;
        }
        var text = messages.getMessage("desk.audit.type-missing", null, LocaleContextHolder.getLocale());
        return new FormErrors(Map.of("subjectType", text), "");
    }

    /** Reads the entries. Returns why the service has refused the filter, for example a time. */
    private FormErrors read(AuditArea area, ListQuery query, Model model) {
        try {
            var found = logs.entries(area, request(query));
            var records = found.collection().stream().map(AuditRecord::of).toList();
            model.addAttribute("records", new Listing<>(records, found.page()));
            return FormErrors.NONE;
        } catch (HttpClientErrorException.BadRequest e) {
            return FormErrors.of(Refusal.of(e));
        }
    }

    /** Converts the times, which staff type in the shop's time zone. */
    private MultiValueMap<String, String> request(ListQuery query) {
        var request = query.request();
        request.remove(AREA);
        for (var time : new String[] {"from", "to"}) {
            request.computeIfPresent(
                    time, (name, values) -> values.stream().map(this::instant).toList());
        }
        return request;
    }

    private String instant(String typed) {
        return TypedTime.instant(typed, zone);
    }
}
