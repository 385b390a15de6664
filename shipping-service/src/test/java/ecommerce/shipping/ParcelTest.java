package ecommerce.shipping;

import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static ecommerce.defaults.test.TestRequests.body;
import static ecommerce.defaults.test.TestRequests.number;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** Provides a released parcel with three lamps and a desk. */
public abstract class ParcelTest extends ShippingServiceTest {

    protected String parcel;

    @BeforeEach
    protected void releaseAParcelOfThreeLampsAndADesk() {
        var made =
                body(orderService.put(internal, shipment(Map.of("name", "Ada Example", "email", "ada@example.com"))));
        parcel = "/api/shippings/" + number(made, "shippingId");
        orderService.post(internal + "/release", null).expectStatus().isOk();
    }

    protected void become(String status) {
        staff.patch(parcel, Map.of("shippingStatus", status)).expectStatus().isOk();
    }

    protected ResponseSpec correct(String status) {
        return staff.post(parcel + "/corrections", Map.of("shippingStatus", status, "reason", "A mistake"));
    }

    protected ResponseSpec fail(String failure, boolean restock) {
        return staff.post(
                parcel + "/failure", Map.of("failure", failure, "restock", restock, "reason", "Says the carrier"));
    }

    protected ResponseSpec cancel(UUID reference, Map<String, Object> item) {
        return orderService.put(internal + "/cancellations/" + reference, Map.of("items", List.of(item)));
    }

    protected List<String> reports(String with) {
        var path = urlPathEqualTo("/internal/orders/%d/shipment-events".formatted(orderId));
        return NEIGHBOURS.server().findAll(postRequestedFor(path)).stream()
                .map(LoggedRequest::getBodyAsString)
                .filter(report -> report.contains(with))
                .distinct()
                .toList();
    }

    protected static Map<String, Object> shipment(@Nullable Map<String, Object> recipient) {
        var shipment = new HashMap<String, Object>(Map.of(
                "userId", 7,
                "address", Map.of("fullAddress", "Calle 10", "postalCode", "760044", "city", "Cali"),
                "items", List.of(item(5, 3), item(6, 1))));
        if (recipient != null) {
            shipment.put("recipient", recipient);
        }
        return shipment;
    }

    protected static Map<String, Object> item(long productId, int quantity) {
        return Map.of("productId", productId, "orderedQuantity", quantity);
    }
}
