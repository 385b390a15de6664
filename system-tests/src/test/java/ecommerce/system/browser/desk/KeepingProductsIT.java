package ecommerce.system.browser.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import ecommerce.system.Shop;
import ecommerce.system.browser.InBrowser;
import ecommerce.system.browser.ShopBrowser;
import ecommerce.system.browser.Visitor;
import ecommerce.system.flow.Purchase;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keeps a product with five pieces for $12.50 at the desk. */
@InBrowser
class KeepingProductsIT {

    private static DeskStaff staff;

    private final String name = Long.toString(System.nanoTime());
    private Shop shop;
    private Map<String, Object> product;
    private String page;
    private Visitor visitor;

    @BeforeAll
    static void signInStaff(ShopBrowser browser) {
        staff = DeskStaff.signIn(browser);
    }

    @BeforeEach
    void enter(ShopBrowser browser) {
        shop = browser.shop();
        product = Purchase.stockedProduct(shop, 5);
        page = "/app/desk/products/" + product.get("productId");
        visitor = staff.window(browser);
    }

    @Test
    void createsAProductWhoseDescriptionTheShopShows() {
        visitor.open("/app/desk/products").follow("New product");
        visitor.fill("Title", "Tent " + name).fill("SKU", "TENT-" + name).fill("Price (USD)", "99.90");
        visitor.select("Category", category("categoryTitle")).fill("Description", "For **two**\n\n- waterproof");
        visitor.fill("Opening stock, in pieces", "7").press("Create the product");
        visitor.sees("The product is created.").follow("Show it in the shop");

        visitor.sees("Article TENT-" + name).sees("$99.90").sees("In stock");
        assertThat(visitor.page().locator(".description strong")).hasText("two");
        assertThat(visitor.page().locator(".description li")).hasText("waterproof");
    }

    @Test
    void showsBothVersionsIfTwoOfStaffEditAProduct(ShopBrowser browser) {
        visitor.open(page + "/edit");
        var colleague = staff.window(browser).open(page + "/edit");
        colleague.fill("Price (USD)", "15.00").press("Save").sees("The product is saved.");

        visitor.fill("Title", "Tent " + name).fill("Description", "For *three*").press("Save");
        visitor.sees("Somebody else has changed this meanwhile");
        assertThat(row("Price (USD)")).containsText("12.50");
        assertThat(row("Price (USD)")).containsText("15.00");
        assertThat(row("Title")).containsText(product.get("productTitle").toString());
        assertThat(visitor.field("Title")).hasValue("Tent " + name);
        assertThat(visitor.field("Description")).hasValue("For *three*");
        assertThat(visitor.field("Price (USD)")).hasValue("15.00");
        visitor.press("Save").sees("The product is saved.");

        assertThat(shop.staff().get("/api/products/" + product.get("productId")).body())
                .containsEntry("productTitle", "Tent " + name)
                .containsEntry("description", "For *three*")
                .containsEntry("priceUnit", 15.0);
    }

    private Locator row(String field) {
        return visitor.page().locator("tbody tr").filter(new Locator.FilterOptions().setHasText(field));
    }

    @Test
    void hidesAProductFromCustomers(ShopBrowser browser) {
        var inShop = "/app/p/" + product.get("productId");
        var customer = browser.visitor();
        customer.open(inShop).sees(product.get("productTitle").toString());
        visitor.open(page + "/edit").field("Hide from customers").check();
        visitor.press("Save").sees("The product is saved.").sees("Hidden from customers");

        await().pollInSameThread()
                .atMost(Duration.ofSeconds(30))
                .until(() -> customer.page().navigate(inShop).status() == 404);
        customer.sees("Nothing here");
    }

    @Test
    void recordsACountOfTheStock() {
        visitor.open(page + "/stock").follow("Record a count");
        visitor.fill("Counted", "3").fill("Awaiting shipment", "0").press("Record a count");
        visitor.sees("The count is recorded. On hand: 3. Difference: -2.");

        assertThat(row("Counted")).containsText("admin");
        assertThat(Purchase.quantity(shop, product.get("productId"))).isEqualTo(3);
    }

    /** Returns a member of the product's category. */
    private String category(String member) {
        return ((Map<?, ?>) product.get("category")).get(member).toString();
    }
}
