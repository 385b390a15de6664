package ecommerce.proxyclient.desk.audit;

import ecommerce.defaults.problem.Problem;
import ecommerce.proxyclient.auditclient.AuditArea;
import ecommerce.proxyclient.auditclient.AuditLogs;
import ecommerce.proxyclient.listing.ListQuery;
import ecommerce.proxyclient.listing.Listing;
import ecommerce.proxyclient.page.PageProperties;
import java.time.ZoneId;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows staff who changed what, one area of the shop at a time. */
@Controller
@PreAuthorize("hasRole('ADMIN')")
class AuditDeskController {

    private static final String PATH = "/app/desk/audit";
    private static final String AREA = "area";

    private final AuditLogs logs;
    private final ZoneId zone;

    AuditDeskController(AuditLogs logs, PageProperties properties) {
        this.logs = logs;
        this.zone = ZoneId.of(properties.timeZone());
    }

    @GetMapping(PATH)
    String list(@RequestParam Map<String, String> parameters, Model model) {
        var query = ListQuery.of(
                PATH, parameters, AREA, "actorName", "action", "subjectType", "subjectId", "from", "to", "q");
        var name = query.value(AREA).isEmpty() ? AuditArea.ORDERS.resource() : query.value(AREA);
        var area = AuditArea.of(name).orElseThrow(() -> Problem.notFound("audit log", name));
        var found = logs.entries(area, request(query));
        model.addAttribute("query", query);
        model.addAttribute("area", area);
        model.addAttribute(
                "records",
                new Listing<>(found.collection().stream().map(AuditRecord::of).toList(), found.page()));
        return "desk/audit/audit";
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
