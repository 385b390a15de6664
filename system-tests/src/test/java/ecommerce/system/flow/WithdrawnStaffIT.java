package ecommerce.system.flow;

import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.system.RunningShop;
import ecommerce.system.Shop;
import ecommerce.system.client.Account;
import ecommerce.system.client.ShopClient;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests that a demoted member of staff can't go on with the access token of before. */
@ExtendWith(RunningShop.class)
class WithdrawnStaffIT {

    /** A path of each service that asks user-service about staff. */
    private static final String[] PATHS = {
        "/api/users", "/api/products/stock/low", "/api/orders", "/api/payments", "/api/shippings", "/api/favourites"
    };

    @Test
    void refusesTheTokenOfADemotedMemberOfStaffEverywhere(Shop shop) {
        var admin = shop.staff();
        var account = Account.register(new ShopClient(shop.gateway()));
        var userId = account.userId();
        assign(admin, userId, "ROLE_ADMIN");
        var staff = new Shop.Client(shop.gateway(), account.signIn());
        for (var path : PATHS) {
            assertThat(staff.get(path).status()).as(path).isEqualTo(200);
        }

        assign(admin, userId, "ROLE_USER");

        Awaitility.await().untilAsserted(() -> {
            for (var path : PATHS) {
                assertThat(staff.get(path).status()).as(path).isEqualTo(401);
            }
        });
        assertThat(staff.post("/api/categories", Map.of("categoryTitle", account.username()))
                        .status())
                .isEqualTo(401);
        assertThat(staff.patch("/api/users/" + userId, role("ROLE_ADMIN")).status())
                .isEqualTo(401);
        assertThat(admin.get("/api/users/" + userId)
                        .answer()
                        .body()
                        .at("/credential/roleBasedAuthority")
                        .asString())
                .isEqualTo("ROLE_USER");
    }

    private static void assign(Shop.Client admin, long userId, String role) {
        assertThat(admin.patch("/api/users/" + userId, role(role)).status()).isEqualTo(200);
    }

    private static Map<String, Object> role(String role) {
        return Map.of("credential", Map.of("roleBasedAuthority", role));
    }
}
