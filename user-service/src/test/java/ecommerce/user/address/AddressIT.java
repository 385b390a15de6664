package ecommerce.user.address;

import static ecommerce.defaults.test.TestRequests.body;
import static ecommerce.defaults.test.TestRequests.number;

import ecommerce.defaults.test.ServiceTest;
import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
import ecommerce.user.TestUsers;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest
class AddressIT {

    private static final Map<String, String> ADDRESS =
            Map.of("fullAddress", "Calle 10 # 5-51", "postalCode", "760044", "city", "Cali");

    @Autowired
    RestTestClient client;

    long userId;
    TestRequests customer;

    @BeforeEach
    void register() {
        userId = TestUsers.register(client).userId();
        customer = TestRequests.as(client, TestTokens.user(userId));
    }

    @Test
    void addsReadsReplacesChangesAndDeletesAnAddress() {
        var created = customer.post("/api/addresses", ADDRESS);
        created.expectStatus().isCreated().expectHeader().valueMatches("Location", "/api/addresses/\\d+");
        var path = "/api/addresses/" + number(body(created), "addressId");

        customer.with("If-Match", "\"0\"")
                .patch(path, Map.of("city", "Bogotá"))
                .expectStatus()
                .isOk();
        customer.get(path)
                .expectBody()
                .jsonPath("$.city")
                .isEqualTo("Bogotá")
                .jsonPath("$.postalCode")
                .isEqualTo("760044");
        customer.with("If-Match", "\"0\"").put(path, ADDRESS).expectStatus().isEqualTo(412);
        customer.put(path, ADDRESS)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.city")
                .isEqualTo("Cali");
        customer.delete(path).expectStatus().isNoContent();
        customer.get(path).expectStatus().isNotFound();
    }

    @Test
    void acceptsThePathOfFamilyClientsAndTheIdInTheBody() {
        var addressId = number(body(customer.post("/api/address", ADDRESS)), "addressId");
        var moved = Map.of("addressId", addressId, "fullAddress", "Carrera 1", "postalCode", "760044", "city", "Yumbo");

        customer.put("/api/address", moved).expectStatus().isOk();

        customer.get("/api/address/" + addressId)
                .expectBody()
                .jsonPath("$.city")
                .isEqualTo("Yumbo");
        customer.get("/api/address")
                .expectBody()
                .jsonPath("$.page.totalElements")
                .isEqualTo(1);
        customer.put("/api/address/" + (addressId + 1), moved)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("addressId");
        customer.put("/api/addresses", ADDRESS).expectStatus().isBadRequest();
        TestRequests.as(client, TestTokens.user(userId + 1_000_000))
                .put("/api/address", moved)
                .expectStatus()
                .isNotFound();
        customer.delete("/api/address/" + addressId).expectStatus().isNoContent();
    }

    @Test
    void listsOwnAddressesAndAllForStaff() {
        customer.post("/api/addresses", ADDRESS).expectStatus().isCreated();
        customer.post("/api/addresses", Map.of("fullAddress", "B", "postalCode", "1", "city", "Yumbo"))
                .expectStatus()
                .isCreated();

        customer.get("/api/addresses?sort=city,desc")
                .expectBody()
                .jsonPath("$.page.totalElements")
                .isEqualTo(2)
                .jsonPath("$.collection[0].city")
                .isEqualTo("Yumbo");
        customer.get("/api/addresses?city=CALI")
                .expectBody()
                .jsonPath("$.page.totalElements")
                .isEqualTo(1);
        var staff = TestRequests.as(client, TestTokens.admin());
        staff.post("/api/addresses", ADDRESS).expectStatus().isCreated();
        staff.get("/api/addresses?userId=" + userId)
                .expectBody()
                .jsonPath("$.page.totalElements")
                .isEqualTo(2);
        staff.get("/api/address?userId=me")
                .expectBody()
                .jsonPath("$.collection[0].userId")
                .isEqualTo((int) TestTokens.STAFF_ID)
                .jsonPath("$.collection[?(@.userId != " + TestTokens.STAFF_ID + ")]")
                .isEmpty();
        staff.get("/api/addresses?userId=myself").expectStatus().isBadRequest();
        TestRequests.as(client, TestTokens.user(userId + 1_000_000))
                .get("/api/addresses?userId=" + userId)
                .expectBody()
                .jsonPath("$.page.totalElements")
                .isEqualTo(0);
    }

    @Test
    void hidesAnAddressFromOthers() {
        var path = "/api/addresses/" + number(body(customer.post("/api/addresses", ADDRESS)), "addressId");
        var stranger = TestRequests.as(client, TestTokens.user(userId + 1_000_000));

        stranger.get(path).expectStatus().isNotFound();
        stranger.put(path, ADDRESS).expectStatus().isNotFound();
        stranger.delete(path).expectStatus().isNotFound();
        TestRequests.anonymous(client).get(path).expectStatus().isUnauthorized();
    }

    @Test
    void namesTheMissingMember() {
        customer.post("/api/addresses", Map.of("fullAddress", "Calle 10", "postalCode", "760044"))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("city");
    }

    @Test
    void acceptsSeveralLinesInPostAndPatch() {
        var created = customer.post(
                "/api/addresses",
                Map.of("fullAddress", "Flat 3\n12 High Street", "postalCode", "AB1 2CD", "city", " Testham "));
        var path = "/api/addresses/" + number(body(created), "addressId");

        customer.patch(path, Map.of("fullAddress", "Flat 4\n12 High Street"))
                .expectStatus()
                .isOk();

        customer.get(path)
                .expectBody()
                .jsonPath("$.fullAddress")
                .isEqualTo("Flat 4\n12 High Street")
                .jsonPath("$.city")
                .isEqualTo("Testham");
    }

    @Test
    void rejectsClearingARequiredMember() {
        var path = "/api/addresses/" + number(body(customer.post("/api/addresses", ADDRESS)), "addressId");

        for (var city : new String[] {null, " "}) {
            customer.patch(path, Collections.singletonMap("city", city))
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.errors[0].field")
                    .isEqualTo("city")
                    .jsonPath("$.errors[0].message")
                    .isEqualTo("must not be blank");
        }
        customer.patch(path, Map.of("city", Map.of())).expectStatus().isBadRequest();
        customer.patch(path, Map.of()).expectBody().jsonPath("$.city").isEqualTo("Cali");
    }

    @Test
    void rejectsAndNamesAnUnknownListParameter() {
        customer.get("/api/addresses?town=Cali")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("town");
    }
}
