package ecommerce.proxyclient.desk.orders;

import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.proxyclient.ServiceStubs;
import ecommerce.proxyclient.desk.OrderDeskTest;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderDossierDeskIT extends OrderDeskTest {

    private static final String NOTES = "/api/orders/1234/notes";

    @Test
    void showsWhatAllServicesKnowOfAnOrderInOrderOfTime() {
        haveOrder("CONFIRMED", ",\"attention\":{\"since\":\"2026-01-02T03:04:05Z\",\"reason\":\"The parcel waits\"}");
        services.have("GET", "/api/shippings", ServiceStubs.list("""
                {"shippingId":3,"part":1,"shippingStatus":"READY","items":[],"carrier":"Post","trackingNumber":"T-1",
                 "history":[{"at":"2026-01-02T03:04:09Z","by":"order-service","to":"READY"},
                            {"at":"2026-01-02T03:04:10Z","by":"erin","from":"READY","to":"READY","reason":"LOST: Fire"}]}"""));
        services.have("GET", "/api/products/stock/movements", ServiceStubs.list("""
                {"movementId":1,"productId":17,"at":"2026-01-02T03:04:06Z","delta":0,"reservedDelta":2,"reason":"RESERVED",
                 "orderId":1234,"by":"order-service"},
                {"movementId":2,"productId":99,"at":"2026-01-02T03:04:06Z","delta":0,"reservedDelta":1,"reason":"RESERVED",
                 "orderId":1234,"by":"order-service"},
                {"movementId":3,"productId":17,"at":"2026-01-02T03:04:08Z","delta":-2,"reservedDelta":-2,"reason":"SOLD",
                 "orderId":1234,"by":"order-service"}"""));
        services.have("GET", "/api/payments/5/refunds", ServiceStubs.list("""
                {"refundId":8,"amount":5.00,"reason":"Scratched","refundStatus":"FAILED","createdAt":"2026-01-03T00:00:00Z",
                 "settledAt":"2026-01-03T00:00:01Z","failure":"Card closed"}"""));
        services.have("GET", "/api/payments/audit", ServiceStubs.list("""
                {"action":"payment.refund","details":{"refundId":8,"by":"bob"}}"""));
        services.have("GET", "/api/orders/1234/amendments", ServiceStubs.list("""
                {"amendmentId":3,"orderId":1234,"kind":"RETURN","amendmentStatus":"ACCEPTED","refundAmount":0,
                 "items":[{"productId":17,"orderedQuantity":1}],"restock":true,"reason":"Too small","requestedBy":"alice",
                 "requestedAt":"2026-01-04T00:00:00Z"}"""));
        services.have("GET", "/api/orders/audit", ServiceStubs.list("""
                {"occurredAt":"2026-01-05T00:00:00Z","actorName":"carol","action":"return-request.accept","details":{}},
                {"occurredAt":"2026-01-05T00:00:00Z","actorName":"carol","action":"order.note","details":{}}"""));
        services.have("GET", NOTES, ServiceStubs.list("""
                {"noteId":1,"orderId":1234,"text":"Called the customer","by":"dave","writtenAt":"2026-01-06T00:00:00Z"}"""));

        var html = browser.get(PAGE).html();

        assertThat(html)
                .contains("href=\"/app/desk/customers/7\">Ann Lee</a> – ann@example.com", "The parcel waits")
                .contains("href=\"/app/desk/parcels?orderId=1234\"", "Parcel 1: Ready to ship – Post T-1")
                .contains("href=\"/app/desk/orders/1234/return-requests/3\"", "$5.00: failed – Scratched (bob)")
                .doesNotContain("Missing:", "order.note");
        assertThat(html.substring(html.indexOf("Timeline")))
                .containsSubsequence(
                        "Order: Paid and confirmed",
                        "alice",
                        "Stock: Reserved – 2 × Camping Stove, 1 × 99",
                        "Payment: Captured",
                        "$99.80",
                        "Stock: Sold – 2 × Camping Stove",
                        "Parcel: Ready to ship – #1",
                        "order-service",
                        "Parcel: tracking or failure recorded – #1 – LOST: Fire",
                        "erin",
                        "Refund: requested – Scratched",
                        "$5.00",
                        "bob",
                        "Refund: failed – Card closed",
                        "Cancelled or returned pieces: Return – 1 × Camping Stove – Too small",
                        "alice",
                        "Staff: return request accepted",
                        "carol",
                        "Note – Called the customer",
                        "dave");
    }

    @Test
    void saysWhatIsMissingWhileServicesAreUnavailable() {
        for (var path : List.of(
                "/api/users/7",
                "/api/payments",
                "/api/products/stock/movements",
                "/api/shippings",
                NOTES,
                "/api/orders/audit")) {
            services.refuse("GET", path, 503, "{}");
        }

        assertThat(browser.get(PAGE).html())
                .contains("Camping Stove", "Customer 7", "Paid and confirmed")
                .contains("Missing: the customer’s account.", "Missing: the payment.", "Missing: the parcels.")
                .contains("Missing: the stock.")
                .contains("Missing: the notes.", "Missing: the audit log.")
                .doesNotContain("Missing: cancelled and returned pieces.");
    }

    @Test
    void asksAServiceThatFailsOnlyOnce() {
        services.refuse("GET", "/api/orders/1234/amendments", 503, "{}");
        services.refuse("GET", "/api/payments", 503, "{}");

        assertThat(browser.get(PAGE).html())
                .contains("Missing: cancelled and returned pieces.", "Missing: the notes.", "Missing: the audit log.")
                .contains("Missing: the payment.")
                .doesNotContain("Missing: the parcels.");

        NEIGHBOURS.server().verify(0, getRequestedFor(urlPathEqualTo(NOTES)));
        NEIGHBOURS.server().verify(0, getRequestedFor(urlPathEqualTo("/api/orders/audit")));
    }

    @Test
    void showsMarkupAsText() {
        services.have("GET", NOTES, ServiceStubs.list("""
                {"noteId":1,"orderId":1234,"text":"<script>alert(1)</script>","by":"<b>","writtenAt":"2026-01-06T00:00:00Z"}"""));

        assertThat(browser.get(PAGE).html()).contains("&lt;script").doesNotContain("<script>alert", "<b>");
    }

    @Test
    void addsANote() {
        services.refuse("POST", NOTES, 201, "{}");
        browser.get(PAGE);

        var page = browser.get(
                browser.fill(PAGE + "/notes", "text", " Called the customer ").location());

        assertThat(page.html()).contains("The note is added.");
        assertThat(received(NOTES)).singleElement().satisfies(note -> {
            assertThat(note.getBodyAsString()).isEqualTo("{\"text\":\"Called the customer\"}");
            assertThat(note.getHeader("Idempotency-Key")).isNotEmpty();
        });
    }

    @Test
    void keepsARefusedNote() {
        services.refuse("POST", NOTES, 400, """
                {"status":400,"detail":"Invalid","errors":[{"field":"text","message":"is too long"}]}""");
        browser.get(PAGE);

        var page = browser.fill(PAGE + "/notes", "text", "Called the customer");

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.html()).contains("text is too long", ">Called the customer</textarea>");
    }

    @Test
    void showsBothTextsIfSomebodyElseHasChangedTheCustomersNote() {
        var order = "/api/orders/1234";
        haveOrder("CONFIRMED", ",\"orderDesc\":\"Ring twice\"");
        services.refuse("PATCH", order, 412, "{\"status\":412,\"detail\":\"The order has changed\"}");
        assertThat(browser.get(PAGE + "/description").html()).contains("value=\"Ring twice\"");
        haveOrder("CONFIRMED", ",\"orderDesc\":\"Ring once\"");

        var page = browser.fill(PAGE + "/description", "orderDesc", "Don't ring");
        assertThat(page.status()).isEqualTo(412);
        assertThat(page.html())
                .contains("The order has changed", "Stored now: “Ring once”", "value=\"Don&#39;t ring\"");

        services.have("PATCH", order, "{}");
        assertThat(browser.fill(PAGE + "/description").location()).isEqualTo(PAGE);
        var changes = NEIGHBOURS.server().findAll(patchRequestedFor(urlPathEqualTo(order)));
        assertThat(changes).hasSize(2).allSatisfy(change -> {
            assertThat(change.getBodyAsString()).isEqualTo("{\"orderDesc\":\"Don't ring\"}");
            assertThat(change.getHeader("If-Match")).isEqualTo(ETAG);
        });
        browser.get(PAGE + "/description");
        browser.fill(PAGE + "/description", "orderDesc", " ");
        assertThat(NEIGHBOURS
                        .server()
                        .findAll(patchRequestedFor(urlPathEqualTo(order)))
                        .getLast()
                        .getBodyAsString())
                .isEqualTo("{\"orderDesc\":null}");
    }

    @Test
    void sendsANoteAgainUnderTheSameKeyIfTheAnswerIsLost() {
        loseAnswers(NOTES);
        browser.get(PAGE);
        var lost = browser.fill(PAGE + "/notes", "text", "Called the customer");
        assertThat(lost.status()).isEqualTo(503);
        assertThat(lost.html()).contains("Send the form again: the change is made only once.");

        services.refuse("POST", NOTES, 201, "{}");
        assertThat(browser.fill(PAGE + "/notes").location()).isEqualTo(PAGE);

        var notes = received(NOTES);
        assertThat(notes).hasSizeGreaterThanOrEqualTo(2);
        assertThat(notes.stream().map(note -> note.getHeader("Idempotency-Key")).distinct())
                .hasSize(1);
        assertThat(notes.getLast().getBodyAsString()).contains("Called the customer");
    }
}
