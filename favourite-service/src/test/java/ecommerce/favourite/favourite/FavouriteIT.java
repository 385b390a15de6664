package ecommerce.favourite.favourite;

import static ecommerce.defaults.test.TestRequests.body;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import ecommerce.defaults.test.Neighbours;
import ecommerce.defaults.test.ServiceTest;
import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest
class FavouriteIT {

    private static final AtomicLong USER_ID = new AtomicLong(System.currentTimeMillis());
    private static final Neighbours NEIGHBOURS = new Neighbours();
    private static final long LAMP = 900_001;
    private static final long DESK = 900_002;

    @Autowired
    RestTestClient client;

    long userId;
    TestRequests customer;

    @DynamicPropertySource
    static void neighbours(DynamicPropertyRegistry properties) {
        NEIGHBOURS.register(properties, "product-service");
    }

    @BeforeEach
    void enter() {
        NEIGHBOURS.playContractsOf("product-service");
        userId = USER_ID.incrementAndGet();
        customer = TestRequests.as(client, TestTokens.user(userId));
    }

    @Test
    void likesAProductOnceHoweverOftenItIsSaid() {
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
    void likesOnceWhenSaidManyTimesAtTheSameMoment() throws Exception {
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
    void tellsByTheTagWhetherTheFavouriteOrItsProductHasChanged() {
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
    void forgets() {
        customer.put("/api/favourites/" + LAMP, null).expectStatus().isCreated();

        customer.delete("/api/favourites/" + LAMP).expectStatus().isNoContent();
        customer.delete("/api/favourites/" + LAMP).expectStatus().isNotFound();
        customer.get("/api/favourites/" + LAMP).expectStatus().isNotFound();
    }

    @Test
    void answersToTheUserTheProductAndTheDateAsTheFamilyDoes() {
        var liked = body(customer.put("/api/favourites", Map.of("productId", LAMP, "userId", userId)));
        var path = "/api/favourites/%d/%d".formatted(userId, LAMP);
        var likeDate = Instant.parse((String) liked.get("likeDate"));
        var familyForm =
                DateTimeFormatter.ofPattern("dd-MM-yyyy__HH:mm:ss:SSSSSS").format(likeDate.atOffset(ZoneOffset.UTC));

        customer.get(path)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.productId")
                .isEqualTo(LAMP);
        customer.get(path + "/" + likeDate).expectStatus().isOk();
        customer.get(path + "/" + familyForm).expectStatus().isOk();
        customer.get(path + "/" + likeDate.minusSeconds(1)).expectStatus().isNotFound();
        customer.get(path + "/yesterday").expectStatus().isBadRequest();
        var stranger = TestRequests.as(client, TestTokens.user(userId + 1_000_000));
        stranger.get(path).expectStatus().isNotFound();
        stranger.delete(path).expectStatus().isNotFound();
        TestRequests.as(client, TestTokens.admin()).get(path).expectStatus().isOk();

        customer.delete(path + "/" + familyForm).expectStatus().isNoContent();
        customer.delete(path).expectStatus().isNotFound();
    }

    @Test
    void listsWithTheProductsInOneCall() {
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
    void listsWithoutTheProductsWhenTheCatalogueIsAway() {
        customer.put("/api/favourites/" + LAMP, null).expectStatus().isCreated();
        NEIGHBOURS
                .server()
                .stubFor(WireMock.get(WireMock.urlPathEqualTo("/internal/products"))
                        .atPriority(1)
                        .willReturn(WireMock.serviceUnavailable()));

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
    void refusesWhatIsNotForSaleAndLikesOnBehalfOfOthers() {
        NEIGHBOURS
                .server()
                .stubFor(WireMock.get(WireMock.urlPathEqualTo("/internal/products"))
                        .atPriority(1)
                        .willReturn(WireMock.okJson("{\"collection\":[]}")));

        customer.post("/api/favourites", Map.of("productId", 5)).expectStatus().isNotFound();
        customer.post("/api/favourites", Map.of("productId", 5, "userId", 1))
                .expectStatus()
                .isForbidden();
        customer.post("/api/favourites", Map.of()).expectStatus().isBadRequest();
        TestRequests.anonymous(client).get("/api/favourites").expectStatus().isUnauthorized();
    }

    @Test
    void showsStaffEverybodysFavourites() {
        customer.put("/api/favourites/" + LAMP, null).expectStatus().isCreated();

        TestRequests.as(client, TestTokens.admin())
                .get("/api/favourites?userId=" + userId)
                .expectBody()
                .jsonPath("$.page.totalElements")
                .isEqualTo(1);
        TestRequests.as(client, TestTokens.user(userId + 1_000_000))
                .get("/api/favourites?userId=" + userId)
                .expectBody()
                .jsonPath("$.page.totalElements")
                .isEqualTo(0);
    }
}
