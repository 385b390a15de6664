package ecommerce.proxyclient.auditclient;

import ecommerce.proxyclient.auditclient.AuditClient.Entry;
import ecommerce.proxyclient.listing.Listing;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.service.registry.HttpServiceProxyRegistry;

/** Reads the audit logs of all services. */
@Component
public class AuditLogs {

    private final HttpServiceProxyRegistry clients;

    AuditLogs(HttpServiceProxyRegistry clients) {
        this.clients = clients;
    }

    /** @param query the filter, sort and page, as in the services' API */
    public Listing<Entry> entries(AuditArea area, MultiValueMap<String, String> query) {
        return clients.getClient(area.service(), AuditClient.class).entries(area.resource(), query);
    }
}
