package ecommerce.proxyclient.page;

import static java.util.Map.entry;

import ecommerce.defaults.audit.Actor;
import ecommerce.proxyclient.auditclient.AuditArea;
import ecommerce.proxyclient.desk.aftersale.PiecesAction;
import ecommerce.proxyclient.desk.orders.OrderSearch;
import ecommerce.proxyclient.desk.products.ProductDeskQuery;
import ecommerce.proxyclient.desk.returnrequests.ReturnRequestSearch;
import ecommerce.proxyclient.desk.stock.MovementKind;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;

/**
 * The groups of texts from which pages choose one at run time by a code, such as {@code order.status.PENDING}. Services send
 * most of the codes, so they are read from the sources of the services.
 */
final class MessageGroups {

    private static final MessageSources ORDERS = new MessageSources("../order-service/src/main/java/ecommerce/order");
    private static final MessageSources PAYMENTS =
            new MessageSources("../payment-service/src/main/java/ecommerce/payment");
    private static final MessageSources PRODUCTS =
            new MessageSources("../product-service/src/main/java/ecommerce/product");
    private static final MessageSources SHIPMENTS =
            new MessageSources("../shipping-service/src/main/java/ecommerce/shipping/shipment");
    private static final MessageSources USERS = new MessageSources("../user-service/src/main/java/ecommerce/user");
    private static final MessageSources ALERTS = new MessageSources("../infra/monitoring/alerts");
    private static final MessageSources DESK = new MessageSources("src/main/java/ecommerce/proxyclient/desk");
    private static final MessageSources TEMPLATES = new MessageSources("src/main/jte");

    private static final Set<String> YES_OR_NO = Set.of("true", "false");
    private static final String PIECES = "action\\.key\\(.*";
    private static final String CUSTOMERS = "desk/customers/customers.jte";

    private MessageGroups() {}

    /** Returns the codes of each group. */
    static Map<String, Set<String>> all() {
        var groups = new HashMap<String, Set<String>>();
        groups.putAll(ofServices());
        groups.putAll(ofPages());
        var pieces = and(
                and(
                        TEMPLATES.literals("desk/aftersale/pieces.jte", PIECES),
                        TEMPLATES.literals("desk/aftersale/confirm.jte", PIECES)),
                DESK.literals("aftersale/PiecesDesk.java", PIECES));
        for (var action : PiecesAction.values()) {
            groups.put(action.key("").replaceAll("\\.$", ""), pieces);
        }
        return groups;
    }

    private static Map<String, Set<String>> ofServices() {
        var shippingStatus = SHIPMENTS.constants("ShippingStatus");
        var parcelFailure = SHIPMENTS.constants("ParcelFailure");
        var amendmentStatus = ORDERS.constants("amendment/AmendmentStatus");
        return Map.ofEntries(
                entry("amendment.kind", and(ORDERS.constants("amendment/AmendmentKind"), parcelFailure)),
                entry("amendment.status", amendmentStatus),
                entry("desk.aftersale.close.outcome", ORDERS.constants("aftersale/CloseRequest")),
                entry("desk.audit.kind", named(Actor.Kind.values(), Enum::name)),
                entry("desk.carts.status", ORDERS.constants("cart/CartStatus")),
                entry("desk.customers.collisions.field", Set.of("username", "email")),
                entry("desk.customers.role", map(USERS.constants("user/Role"), role -> "ROLE_" + role)),
                entry("desk.imports.state", PRODUCTS.constants("catalogueimport/job/ImportJob")),
                entry("desk.orders.payment", PAYMENTS.constants("ledger/PaymentStatus")),
                entry("desk.orders.refund", and(PAYMENTS.constants("refund/RefundStatus"), Set.of("REQUESTED"))),
                entry("desk.parcels.failure", parcelFailure),
                entry("desk.parcels.status", shippingStatus),
                entry("desk.reconciliation.kind", ORDERS.constants("reconciliation/MismatchKind")),
                entry("desk.returns.status", amendmentStatus),
                entry("desk.stock.reason", PRODUCTS.constants("stock/StockReason")),
                entry("order.status", ORDERS.constants("order/OrderStatus")),
                entry("parcel.status", shippingStatus));
    }

    private static Map<String, Set<String>> ofPages() {
        var timeline = "orders/Timeline.java";
        return Map.ofEntries(
                entry("card", new MessageSources("src/main/resources").words("application.yml", "cards: \\[(.*)]")),
                entry("desk.aftersale.restock", YES_OR_NO),
                // The alert without a severity isn't shown.
                entry("desk.alerts.severity", ALERTS.all("severity: (?!none)(\\w+)")),
                entry("desk.audit.area", named(AuditArea.values(), AuditArea::resource)),
                entry("desk.carts.sort", sorts(words("desk/carts/carts.jte", "desk.carts.sort"))),
                entry("desk.customers.blocked", YES_OR_NO),
                entry("desk.customers.sort", sorts(TEMPLATES.literals(CUSTOMERS, "var order : .*List\\.of\\(.*"))),
                entry("desk.home", DESK.literals("home/DeskHomeReader.java", "number\\(\\s*\"[a-z-]+\"")),
                entry("desk.orders.action", DESK.literals(timeline, "DECISIONS = Set\\.of\\([^)]*\\)")),
                entry(
                        "desk.orders.event",
                        DESK.literals(timeline, "TimelineEvent\\(\\s*[\\w.()]+,\\s*\"\\w+\"|PAYMENT = .*")),
                entry("desk.orders.part", DESK.literals("orders/DossierReader.java", "\\.(?:one|all)\\(\"\\w+\"")),
                entry("desk.orders.sort", sorts(OrderSearch.SORTS)),
                entry("desk.orders.parcel", Set.of("NOTE")),
                entry("desk.parcels.done", DESK.all("new Attempt\\(\\s*\"([a-z]+)\"")),
                entry("desk.payments.sort", sorts(words("desk/payments/payments.jte", "desk.payments.sort"))),
                entry("desk.products.sort", sorts(ProductDeskQuery.SORTS)),
                entry("desk.returns.sort", sorts(ReturnRequestSearch.SORTS)),
                entry("desk.stock.kind", named(MovementKind.values(), Enum::name)),
                entry("error", errors()),
                entry("listing.sort", sorts(TEMPLATES.literals("shop/catalogue/listing.jte", "var order : .*"))));
    }

    /** Returns the codes that a template names behind a group. */
    private static Set<String> words(String template, String group) {
        return TEMPLATES.literals(template, "(?<=\"%s\", )[^)]*".formatted(Pattern.quote(group)));
    }

    private static Set<String> errors() {
        return IntStream.range(400, 600)
                .mapToObj(status -> new PageError(status, "", new HttpHeaders()).text())
                .flatMap(error -> Stream.of(error + ".title", error + ".text"))
                .map(key -> key.substring("error.".length()))
                .collect(Collectors.toSet());
    }

    private static Set<String> sorts(Collection<String> orders) {
        return map(orders, order -> order.replace(',', '-'));
    }

    private static Set<String> map(Collection<String> codes, Function<String, String> mapping) {
        return codes.stream().map(mapping).collect(Collectors.toSet());
    }

    private static <T> Set<String> named(T[] values, Function<T, String> name) {
        return Arrays.stream(values).map(name).collect(Collectors.toSet());
    }

    private static Set<String> and(Set<String> some, Set<String> others) {
        return Stream.of(some, others).flatMap(Set::stream).collect(Collectors.toSet());
    }
}
