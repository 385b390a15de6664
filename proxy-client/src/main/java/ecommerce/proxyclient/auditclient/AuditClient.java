package ecommerce.proxyclient.auditclient;

import ecommerce.proxyclient.listing.Listing;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** Reads the audit log of a service, for staff. Each service has a client of its own. */
@HttpExchange("/api")
public interface AuditClient {

    /**
     * An entry of an audit log.
     *
     * @param actorKind who acted: a customer, staff, a service; later versions may add some
     * @param actorId the user's id or the service's name; null if nobody had signed in
     * @param details further facts by name; a change has its old and its new value
     */
    record Entry(
            Instant occurredAt,
            String actorKind,
            @Nullable String actorId,
            @Nullable String actorName,
            String action,
            String subjectType,
            String subjectId,
            @Nullable String remoteAddress,
            Map<String, Object> details) {}

    /** @param query the filter, sort and page, as in the service's API */
    @GetExchange("/{resource}/audit")
    Listing<Entry> entries(@PathVariable String resource, @RequestParam MultiValueMap<String, String> query);
}
