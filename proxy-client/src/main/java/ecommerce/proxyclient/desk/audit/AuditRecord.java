package ecommerce.proxyclient.desk.audit;

import ecommerce.proxyclient.auditclient.AuditClient.Entry;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry of an audit log, as its page shows it.
 *
 * @param actor the name of who acted; empty if nobody had signed in
 * @param actorPage the desk's page of who acted; null if there is none
 * @param recordPage the desk's page of the record; null if there is none
 * @param details further facts, each with its name
 */
public record AuditRecord(
        Entry entry,
        String actor,
        @Nullable String actorPage,
        @Nullable String recordPage,
        List<String> details) {

    private static final String NUMBER = "[0-9]{1,18}";
    private static final String CUSTOMERS = "/app/desk/customers/";
    private static final String ORDERS = "/app/desk/orders/";

    /** The pages of records by their type. */
    private static final Map<String, String> PAGES = Map.of(
            "cart", "/app/desk/carts/",
            "order", ORDERS,
            "user", CUSTOMERS,
            "product", "/app/desk/products/",
            "category", "/app/desk/categories/",
            "import-job", "/app/desk/imports/");

    static AuditRecord of(Entry entry) {
        var actorId = entry.actorId();
        var name = entry.actorName() == null ? actorId : entry.actorName();
        return new AuditRecord(
                entry,
                name == null ? "" : name,
                page(CUSTOMERS, actorId),
                recordPage(entry),
                entry.details().entrySet().stream().map(AuditRecord::text).toList());
    }

    /** A record without a page of its own may name its order. */
    private static @Nullable String recordPage(Entry entry) {
        var pages = PAGES.get(entry.subjectType());
        return pages == null
                ? page(ORDERS, String.valueOf(entry.details().get("orderId")))
                : page(pages, entry.subjectId());
    }

    private static @Nullable String page(String pages, @Nullable String id) {
        return id != null && id.matches(NUMBER) ? pages + id : null;
    }

    private static String text(Map.Entry<String, Object> fact) {
        return fact.getKey() + ": "
                + (fact.getValue() instanceof Map<?, ?> change && change.containsKey("to")
                        ? change.get("from") + " → " + change.get("to")
                        : fact.getValue());
    }
}
