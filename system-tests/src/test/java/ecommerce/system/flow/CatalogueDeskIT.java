package ecommerce.system.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ecommerce.system.RunningShop;
import ecommerce.system.Shop;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Keeps the catalogue with the pages of the desk, through the gateway and without scripts. */
@ExtendWith(RunningShop.class)
class CatalogueDeskIT {

    private static final String PRODUCTS = "/app/desk/products";
    private static final String CATEGORIES = "/app/desk/categories";

    private final String name = Long.toString(System.nanoTime());

    @Test
    void keepsProductsStockAndCategories(Shop shop) {
        var staff = shop.staff();
        var above = category(staff, "Above " + name);
        var category = category(staff, "Moved " + name);
        var browser = new FormBrowser(shop.gateway());
        browser.open(PRODUCTS);
        browser.submit("/app/sign-in", Map.of("username", "admin", "password", shop.staffPassword()));

        browser.open(PRODUCTS + "/new");
        browser.submit(PRODUCTS, product("Tent", "99.90", category));
        assertThat(browser.page().html()).contains("The product is created.", "For <em>two</em>");
        var page = browser.page().path();
        var api = page.replace("/app/desk", "/api");

        browser.open(page + "/edit");
        assertThat(staff.patch(api, Map.of("priceUnit", "89.90")).status()).isEqualTo(200);
        var conflict = browser.submit(page, product("Big tent", "99.90", category));
        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.html()).contains(">Big tent<", ">99.90<", ">89.90<");
        var hidden = Map.of("description", "For *three*", "categoryId", category, "hidden", "true");
        assertThat(browser.submit(page, hidden).html()).contains("The product is saved.", "Hidden from customers");
        assertThat(staff.get(api).body())
                .containsEntry("productTitle", "Big tent")
                .containsEntry("priceUnit", 89.90)
                .containsEntry("description", "For *three*")
                .containsEntry("hidden", true);
        await().until(() -> shop.anybody().get(api).status() == 404);
        assertThat(browser.open(PRODUCTS + "?hidden=true&categoryId=" + category)
                        .html())
                .contains("Big tent");

        browser.open(page + "/stock/count");
        browser.submit(page + "/stock/count", Map.of("counted", "5", "awaitingShipment", "0"));
        assertThat(browser.page().html()).contains("On hand: 5. Difference: -2.", ">Counted<");

        browser.open(CATEGORIES + "/" + category);
        browser.submit(CATEGORIES + "/" + category, Map.of("parentId", above));
        assertThat(browser.page().html()).contains("Above %s / Moved %s".formatted(name, name));
        browser.open(CATEGORIES + "/" + above + "/delete");
        assertThat(browser.submit(CATEGORIES + "/" + above + "/delete", Map.of())
                        .status())
                .isEqualTo(409);
        assertThat(browser.page().html()).contains("isn't empty");
    }

    private Map<String, String> product(String title, String price, String category) {
        return Map.of(
                "productTitle",
                title,
                "sku",
                "TENT-" + name,
                "priceUnit",
                price,
                "categoryId",
                category,
                "description",
                "For *two*",
                "quantity",
                "7");
    }

    private static String category(Shop.Client staff, String title) {
        return String.valueOf(staff.post("/api/categories", Map.of("categoryTitle", title))
                .body()
                .get("categoryId"));
    }
}
