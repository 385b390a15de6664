package ecommerce.system.browser.state;

import static ecommerce.system.browser.shop.ShoppingSteps.client;
import static ecommerce.system.browser.shop.ShoppingSteps.fillAddress;
import static ecommerce.system.browser.shop.ShoppingSteps.newAccount;
import static ecommerce.system.browser.shop.ShoppingSteps.register;
import static ecommerce.system.browser.shop.ShoppingSteps.signIn;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import ecommerce.system.browser.InBrowser;
import ecommerce.system.browser.ShopBrowser;
import ecommerce.system.browser.Visitor;
import ecommerce.system.browser.shop.Deliveries;
import ecommerce.system.flow.Purchase;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sends forms that the shop refuses. Blanks pass the browser's own checks. */
@InBrowser
class FormStatesIT {

    private static final String REGISTER = "shop/account/register";

    private Visitor visitor;

    @BeforeEach
    void enter(ShopBrowser browser) {
        visitor = browser.visitor();
    }

    @Test
    void tellWhatIsWrongWithASignIn() {
        visitor.open("/app/sign-in").fill("User name", "nobody").fill("Password", "wrong");
        visitor.press("Sign in").shows("shop/account/sign-in", "wrong password");
    }

    @Test
    void tellWhatIsWrongWithARegistration() {
        visitor.open("/app/register").fill("First name", " ").fill("Last name", "Lee");
        visitor.fill("Email", "ann-%d@example.com".formatted(System.nanoTime()));
        visitor.fill("User name", "a").fill("Password", "short").press("Register");
        visitor.shows(REGISTER, "invalid form");

        visitor.fill("First name", "Ann").fill("User name", "alice").fill("Password", "four words are long");
        visitor.press("Register").shows(REGISTER, "name that is taken");
    }

    @Test
    void tellWhatIsWrongWithAnAccount() {
        register(visitor.open("/app/register"));
        visitor.open("/app/favourites").shows("shop/favourites/favourites", "no favourite");
        visitor.open("/app/orders").shows("shop/orders/orders", "no order");
        visitor.open("/app/account").fill("First name", " ").press("Save");
        visitor.shows("shop/account/account", "invalid form");
        visitor.fill("First name", "Anna").press("Save").shows("shop/account/account", "saved form");
        visitor.open("/app/account/password").fill("Current password", "a wrong one");
        visitor.fill("New password", "five other words are long").press("Change the password");
        visitor.shows("shop/account/password", "wrong password");
    }

    @Test
    void tellWhatIsWrongWithAnAddress() {
        register(visitor.open("/app/register"));
        visitor.open("/app/account/addresses").shows("shop/account/addresses", "no address");
        fillAddress(visitor);
        visitor.fill("City", " ").press("Save").shows("shop/account/addresses", "invalid form");
        visitor.fill("City", "Springfield").press("Save").follow("Edit");
        visitor.fill("City", " ").press("Save").shows("shop/account/address", "invalid form");
    }

    @Test
    void tellWhatIsWrongWithAReturn(ShopBrowser browser) {
        var shop = browser.shop();
        var account = newAccount(shop);
        var customer = client(shop, account);
        Purchase.putInCart(customer, Purchase.stockedProduct(shop, 9).get("productId"), 1);
        var order = Purchase.checkOut(customer, "tok_approved");
        Purchase.awaitStatus(customer, order, "CONFIRMED");
        Deliveries.deliver(shop, order);
        signIn(visitor, account);
        visitor.open(order.replace("/api", "/app") + "/return");
        visitor.page().getByLabel("pieces to return, of 1").fill("2");
        visitor.fill("Why do you return them?", "Too big").press("Request a return");
        visitor.shows("shop/orders/return", "invalid form");
    }

    @Test
    void showAnImport(ShopBrowser browser) {
        signIn(visitor, "admin", browser.shop().staffPassword());
        var file = "sku,productTitle,categoryPath,priceUnit,quantity\nSKU-%d,Lamp,Light,9.90,3\n"
                .formatted(System.nanoTime());
        visitor.open("/app/desk/imports")
                .field("CSV file")
                .setInputFiles(new FilePayload("lamps.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
        visitor.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Import").setExact(true))
                .click();
        visitor.sees("Finished").shows("desk/imports/job", "job");
        visitor.open(visitor.path() + "/cancel").shows("desk/imports/cancel", "question");

        visitor.speak("es").open(visitor.path()).isInSpanish();
        visitor.open(visitor.path().replace("/cancel", "")).isInSpanish();
    }

    @Test
    void suggestProducts() {
        visitor.open("/app/").field("Search the catalogue").pressSequentially("headph");
        visitor.link("Sonquill").first().waitFor();
        visitor.shows("shop/catalogue/home", "suggestions");
    }

    @Test
    void speakSpanish() {
        visitor.open("/app/").press("español").shows("shop/catalogue/home", "in Spanish");
    }
}
