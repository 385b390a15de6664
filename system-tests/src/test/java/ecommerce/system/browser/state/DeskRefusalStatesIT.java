package ecommerce.system.browser.state;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import ecommerce.system.Shop;
import ecommerce.system.browser.InBrowser;
import ecommerce.system.browser.ShopBrowser;
import ecommerce.system.browser.Visitor;
import ecommerce.system.browser.desk.DeskStaff;
import ecommerce.system.browser.shop.ShoppingSteps;
import ecommerce.system.client.ShopClient;
import ecommerce.system.flow.Purchase;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sends forms of the desk that the shop refuses. Blanks pass the browser's own checks. */
@InBrowser
class DeskRefusalStatesIT {

    private static final String STAFF = "/api/users?roleBasedAuthority=ROLE_ADMIN";

    private static DeskStaff staff;

    private Shop shop;
    private Visitor visitor;

    @BeforeAll
    static void signInStaff(ShopBrowser browser) {
        staff = DeskStaff.signIn(browser);
    }

    @BeforeEach
    void enter(ShopBrowser browser) {
        shop = browser.shop();
        visitor = staff.window(browser);
    }

    @Test
    void tellWhatIsWrongWithAProductOrACategory() {
        var product = Purchase.stockedProduct(shop, 5);
        var category = (Map<?, ?>) product.get("category");
        var title = category.get("categoryTitle").toString();
        visitor.open("/app/desk/products/new?categoryId=" + category.get("categoryId"));
        visitor.fill("Title", "Tent").fill("SKU", product.get("sku").toString());
        visitor.fill("Price (USD)", "9.90")
                .fill("Opening stock, in pieces", "1")
                .press("Create the product");
        visitor.shows("desk/products/new", "SKU that is taken");
        visitor.open("/app/desk/products/%s/edit".formatted(product.get("productId")));
        visitor.fill("Price (USD)", "cheap").press("Save").shows("desk/products/edit", "invalid form");

        visitor.open("/app/desk/categories/new").fill("Title", title).press("Create the category");
        visitor.shows("desk/categories/new", "title that is taken");
        var page = "/app/desk/categories/" + category.get("categoryId");
        visitor.open(page).fill("Title", " ").press("Save").shows("desk/categories/edit", "invalid form");
        visitor.open(page + "/delete").press("Delete").shows("desk/categories/delete", "category with products");
    }

    @Test
    void tellWhatIsWrongWithTheStock() {
        var product = Purchase.stockedProduct(shop, 5).get("productId");
        var stock = "/app/desk/products/%s/stock".formatted(product);
        visitor.open(stock + "/movement")
                .select("Reason", "Lost: removes pieces")
                .fill("Pieces", "6");
        visitor.press("Record a movement").shows("desk/stock/movement", "more than there are");
        visitor.open(stock + "/count").withoutChecks().fill("Counted", "1.5");
        visitor.press("Record a count").shows("desk/stock/count", "invalid form");
        visitor.open(stock + "/threshold").withoutChecks().fill("Threshold", "-1");
        visitor.press("Set the threshold").shows("desk/stock/threshold", "invalid form");

        shop.staff().delete("/api/products/" + product);
        visitor.open(stock + "/transfer").fill("To product", "999999998").press("Transfer");
        visitor.shows("desk/stock/transfer", "unknown product");
    }

    @Test
    void tellWhatIsWrongWithACustomer() {
        var account = ShoppingSteps.newAccount(shop);
        var other = ShoppingSteps.newAccount(shop);
        var page = "/app/desk/customers/" + account.userId();
        visitor.open(page + "/data")
                .fill("Email", other.username() + "@example.com")
                .press("Save");
        visitor.shows("desk/customers/data", "email that is taken");
        visitor.open(page + "/password").fill("New password", "short").press("Set a password");
        visitor.shows("desk/customers/password", "short password");
        var address = Purchase.only(ShoppingSteps.client(shop, account), "/api/addresses");
        visitor.open(page + "/addresses/" + address.get("addressId"))
                .fill("City", " ")
                .press("Save");
        visitor.shows("desk/customers/address", "invalid form");

        visitor.open(page + "/block").fill("Reason", " ").press("Block");
        visitor.shows("desk/customers/block", "no reason");
        visitor.fill("Reason", "Pays too late").press("Block").sees("The customer is blocked.");
        visitor.shows("desk/customers/customer", "blocked customer");
        visitor.follow("Unblock").shows("desk/customers/block", "blocked customer");
        var self = shop.staff().get("/api/users/me").body().get("userId");
        visitor.open("/app/desk/customers/%s/block".formatted(self)).fill("Reason", "Holidays");
        visitor.press("Block").shows("desk/customers/block", "own account");
    }

    /** Turns the other members of staff into customers first, because other tests leave some behind. */
    @Test
    void keepTheLastMemberOfStaff() {
        var admin = shop.staff();
        var self = admin.get("/api/users/me").body().get("userId");
        var customer = Map.of("credential", Map.of("roleBasedAuthority", "ROLE_USER"));
        for (var user : admin.get(STAFF + "&size=100").answer().body().path("collection")) {
            var userId = user.path("userId").asString();
            if (!userId.equals(self.toString())) {
                admin.patch("/api/users/" + userId, customer);
            }
        }
        assertThat(Purchase.only(admin, STAFF)).containsEntry("userId", self);

        var page = "/app/desk/customers/" + self;
        visitor.open(page + "/role").press("Make a customer").shows("desk/customers/role", "last member of staff");
        visitor.open(page + "/delete").press("Delete the account");
        visitor.shows("desk/customers/delete", "last member of staff");
    }

    @Test
    void tellWhatIsWrongWithACart() {
        var account = ShoppingSteps.newAccount(shop);
        var customer = ShoppingSteps.client(shop, account);
        Purchase.putInCart(customer, Purchase.stockedProduct(shop, 9).get("productId"), 1);
        var cart = Purchase.only(customer, "/api/carts?cartStatus=OPEN").get("cartId");
        visitor.open("/app/desk/carts/" + cart).withoutChecks();
        visitor.page().locator("tbody input[name=orderedQuantity]").fill("1.5");
        visitor.press("Change").shows("desk/carts/cart", "wrong number of pieces");
        visitor.fill("Product number", "999999998").press("Add to the cart");
        visitor.shows("desk/carts/cart", "unknown product");
    }

    /** The last file fails as a job, because another file was imported with the key of its form. */
    @Test
    void tellWhatIsWrongWithAFile() {
        visitor.open("/app/desk/imports").withoutChecks().press("Import");
        visitor.shows("desk/imports/imports", "no file");
        importFile("name,sku\nLamp,L-1\n");
        visitor.shows("desk/imports/imports", "unknown column");

        var key = visitor.page().locator("input[name=key]").inputValue();
        var imported = new ShopClient(shop.gateway())
                .sendRaw(
                        "POST",
                        "/api/products/import",
                        shop.staff().token(),
                        "sku,priceUnit\nL-1,9.90\n".getBytes(StandardCharsets.UTF_8),
                        Map.of("Content-Type", "text/csv", "Idempotency-Key", key));
        assertThat(imported.status()).isEqualTo(200);
        importFile("sku,priceUnit\nL-2,9.90\n");
        visitor.sees("Failed").shows("desk/imports/job", "failed import");
    }

    private void importFile(String content) {
        var file = new FilePayload("lamps.csv", "text/csv", content.getBytes(StandardCharsets.UTF_8));
        visitor.field("CSV file").setInputFiles(file);
        visitor.press("Import");
    }
}
