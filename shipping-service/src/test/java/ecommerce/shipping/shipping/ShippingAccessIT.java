package ecommerce.shipping.shipping;

import static ecommerce.defaults.test.TestRequests.body;
import static ecommerce.defaults.test.TestRequests.number;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
import ecommerce.shipping.ShippingServiceTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

class ShippingAccessIT extends ShippingServiceTest {

    @Test
    void changesOnlyTheVersionThatWasRead() {
        var path = "/api/shippings/" + number(body(create()), "shippingId");
        var eTag =
                staff.get(path).returnResult(String.class).getResponseHeaders().getETag();
        staff.with("If-None-Match", eTag).get(path).expectStatus().isEqualTo(304);
        orderService.post(internal + "/release", null).expectStatus().isOk();

        staff.with("If-None-Match", eTag).get(path).expectStatus().isOk();
        staff.with("If-Match", eTag)
                .patch(path, Map.of("shippingStatus", "SHIPPED"))
                .expectStatus()
                .isEqualTo(412);
    }

    @Test
    void showsAShipmentOnlyToItsOwnerAndStaff() {
        var path = "/api/shippings/" + number(body(create()), "shippingId");

        customer(8).get(path).expectStatus().isNotFound();
        customer(7)
                .patch(path, Map.of("shippingStatus", "SHIPPED"))
                .expectStatus()
                .isForbidden();
        customer(7).put(internal, Map.of()).expectStatus().isForbidden();
        TestRequests.anonymous(client).get(path).expectStatus().isUnauthorized();
        customer(8)
                .get("/api/shippings?orderId=" + orderId)
                .expectBody()
                .jsonPath("$.page.totalElements")
                .isEqualTo(0);
        staff.get("/api/shippings?userId=me&orderId=" + orderId)
                .expectBody()
                .jsonPath("$.page.totalElements")
                .isEqualTo(0);
        TestRequests.as(client, TestTokens.staff(7))
                .get("/api/shippings?userId=me&orderId=" + orderId)
                .expectBody()
                .jsonPath("$.page.totalElements")
                .isEqualTo(1);
        staff.get("/api/shippings?shippingStatus=PENDING&orderId=" + orderId + "&sort=createdAt,desc")
                .expectBody()
                .jsonPath("$.collection[0].orderId")
                .isEqualTo(orderId);
        staff.patch(path, Map.of("shippingStatus", "LOST")).expectStatus().isBadRequest();
        staff.patch(path, Map.of("shippingStatus", "CANCELLED")).expectStatus().isBadRequest();
    }

    @Test
    void showsTheNamesOfStaffOnlyToStaff() {
        var path = "/api/shippings/" + number(body(create()), "shippingId");
        orderService.post(internal + "/release", null).expectStatus().isOk();
        staff.patch(path, Map.of("shippingStatus", "SHIPPED")).expectStatus().isOk();

        staff.get(path).expectBody().jsonPath("$.history[2].by").isEqualTo("admin");
        customer(7).get(path).expectBody().jsonPath("$.history[2].by").isEqualTo("shop");
        customer(7)
                .get("/api/shippings?orderId=" + orderId)
                .expectBody()
                .jsonPath("$.collection[0].history[2].by")
                .isEqualTo("shop");
    }

    @Test
    void returnsTheSameTagFromAChangeAsFromARead() {
        var path = "/api/shippings/" + number(body(create()), "shippingId");
        orderService.post(internal + "/release", null).expectStatus().isOk();
        var changed = staff.patch(path, Map.of("shippingStatus", "SHIPPED"))
                .expectStatus()
                .isOk()
                .returnResult(String.class)
                .getResponseHeaders()
                .getETag();

        staff.with("If-None-Match", changed).get(path).expectStatus().isEqualTo(304);
    }

    @Test
    void refusesAnUnknownParameterByName() {
        staff.get("/api/shippings?status=READY")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("status");
    }

    @Test
    void cannotDeleteHistory() {
        create().expectStatus().isOk();

        assertThatThrownBy(() -> jdbc.sql("DELETE FROM shipment_history").update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    private ResponseSpec create() {
        var item = Map.of("productId", 5, "orderedQuantity", 1);
        var address = Map.of("fullAddress", "Calle 10", "postalCode", "760044", "city", "Cali");
        return orderService.put(
                internal,
                Map.of(
                        "userId",
                        7,
                        "address",
                        address,
                        "items",
                        List.of(item, Map.of("productId", 5, "orderedQuantity", 2))));
    }

    private TestRequests customer(long userId) {
        return TestRequests.as(client, TestTokens.user(userId));
    }

    private static void expectStatus(ResponseSpec response, String status) {
        response.expectStatus().isOk().expectBody().jsonPath("$.shippingStatus").isEqualTo(status);
    }
}
