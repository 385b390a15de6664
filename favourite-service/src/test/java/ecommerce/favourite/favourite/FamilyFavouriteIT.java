package ecommerce.favourite.favourite;

import static ecommerce.defaults.test.TestRequests.body;

import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FamilyFavouriteIT extends FavouriteTest {

    @Test
    void acceptsThePathsOfFamilyClients() {
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
}
