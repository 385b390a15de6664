package ecommerce.favourite.favourite;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class FavouriteIT extends FavouriteTest {

    @Test
    void storesARepeatedFavouriteOnce() {
        customer.post(
                        "/api/favourites",
                        Map.of("productId", LAMP, "userId", userId, "likeDate", "1999-01-01T00:00:00Z"))
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals("Location", "/api/favourites/" + LAMP)
                .expectBody()
                .jsonPath("$.product.productTitle")
                .isEqualTo("Lamp")
                .jsonPath("$.likeDate")
                .value(String.class, date -> assertThat(date).doesNotStartWith("1999"));
        customer.post("/api/favourites", Map.of("productId", LAMP))
                .expectStatus()
                .isOk();
        customer.put("/api/favourites/" + LAMP, null).expectStatus().isOk();
        customer.get("/api/favourites")
                .expectBody()
                .jsonPath("$.page.totalElements")
                .isEqualTo(1);
    }

    @Test
    void storesAFavouriteOnceForConcurrentRequests() throws Exception {
        Callable<Integer> like = () -> customer.put("/api/favourites/" + LAMP, null)
                .returnResult(String.class)
                .getStatus()
                .value();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var statuses = executor.invokeAll(Collections.nCopies(8, like)).stream()
                    .map(future -> future.resultNow())
                    .toList();
            assertThat(statuses).containsOnlyOnce(201).containsOnly(200, 201);
        }
    }

    @Test
    void changesTheTagWhenTheFavouriteOrItsProductChanges() {
        var path = "/api/favourites/" + LAMP;
        customer.put(path, null).expectStatus().isCreated();
        var seen = customer.get(path)
                .returnResult(String.class)
                .getResponseHeaders()
                .getETag();

        customer.with("If-None-Match", seen).get(path).expectStatus().isEqualTo(304);
        NEIGHBOURS.server().resetAll();
        customer.with("If-None-Match", seen).get(path).expectStatus().isOk();
    }

    @Test
    void refusesAnUnknownParameterByName() {
        customer.get("/api/favourites?user=1")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("user");
    }

    @Test
    void removesAFavourite() {
        customer.put("/api/favourites/" + LAMP, null).expectStatus().isCreated();

        customer.delete("/api/favourites/" + LAMP).expectStatus().isNoContent();
        customer.delete("/api/favourites/" + LAMP).expectStatus().isNotFound();
        customer.get("/api/favourites/" + LAMP).expectStatus().isNotFound();
    }

    @Test
    void listsFavouritesWithProductsFromOneCall() {
        customer.put("/api/favourites/" + LAMP, null).expectStatus().isCreated();
        customer.put("/api/favourites/" + DESK, null).expectStatus().isCreated();
        NEIGHBOURS.playContractsOf("product-service");

        customer.get("/api/favourites?sort=productId,desc")
                .expectBody()
                .jsonPath("$.collection[0].product.productTitle")
                .isEqualTo("Desk")
                .jsonPath("$.collection[1].product.priceUnit")
                .isEqualTo(10.5);
        NEIGHBOURS.server().verify(1, WireMock.getRequestedFor(WireMock.urlPathEqualTo("/internal/products")));
    }

    @Test
    void listsFavouritesWithoutProductsDuringAnOutage() {
        customer.put("/api/favourites/" + LAMP, null).expectStatus().isCreated();
        NEIGHBOURS.override(
                WireMock.get(WireMock.urlPathEqualTo("/internal/products")).willReturn(WireMock.serviceUnavailable()));

        customer.get("/api/favourites")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.collection[0].productId")
                .isEqualTo(LAMP)
                .jsonPath("$.collection[0].product")
                .doesNotExist();
        customer.put("/api/favourites/" + DESK, null).expectStatus().isEqualTo(503);
    }

    @Test
    void refusesUnavailableProductsAndOtherUsers() {
        NEIGHBOURS.override(WireMock.get(WireMock.urlPathEqualTo("/internal/products"))
                .willReturn(WireMock.okJson("{\"collection\":[]}")));

        customer.post("/api/favourites", Map.of("productId", 5)).expectStatus().isNotFound();
        customer.post("/api/favourites", Map.of("productId", 5, "userId", 1))
                .expectStatus()
                .isForbidden();
        customer.post("/api/favourites", Map.of()).expectStatus().isBadRequest();
        TestRequests.anonymous(client).get("/api/favourites").expectStatus().isUnauthorized();
    }

    @Test
    void showsStaffTheFavouritesOfAllUsers() {
        customer.put("/api/favourites/" + LAMP, null).expectStatus().isCreated();

        TestRequests.as(client, TestTokens.admin())
                .get("/api/favourites?userId=" + userId)
                .expectBody()
                .jsonPath("$.page.totalElements")
                .isEqualTo(1);
        TestRequests.as(client, TestTokens.admin())
                .get("/api/favourites?userId=me")
                .expectBody()
                .jsonPath("$.page.totalElements")
                .isEqualTo(0);
        TestRequests.as(client, TestTokens.staff(userId))
                .get("/api/favourites?userId=me")
                .expectBody()
                .jsonPath("$.page.totalElements")
                .isEqualTo(1);
        TestRequests.as(client, TestTokens.user(userId + 1_000_000))
                .get("/api/favourites?userId=" + userId)
                .expectBody()
                .jsonPath("$.page.totalElements")
                .isEqualTo(0);
    }

    @Test
    void recordsFavouritesThatStaffDelete() {
        customer.put("/api/favourites/" + LAMP, null).expectStatus().isCreated();
        var desk = TestRequests.body(customer.put("/api/favourites/" + DESK, null));
        var staff = TestRequests.as(client, TestTokens.admin());
        staff.delete("/api/favourites/%d/%d/%s".formatted(userId, DESK, desk.get("likeDate")))
                .expectStatus()
                .is2xxSuccessful();
        customer.put("/api/favourites/" + DESK, null).expectStatus().isCreated();

        customer.delete("/api/favourites/" + DESK).expectStatus().is2xxSuccessful();
        staff.delete("/api/favourites/%d/%d".formatted(userId, LAMP))
                .expectStatus()
                .is2xxSuccessful();

        staff.get("/api/favourites/audit?q=" + userId)
                .expectBody()
                .jsonPath("$.collection[*].subjectId")
                .isEqualTo(List.of("%d/%d".formatted(userId, LAMP), "%d/%d".formatted(userId, DESK)));
    }
}
