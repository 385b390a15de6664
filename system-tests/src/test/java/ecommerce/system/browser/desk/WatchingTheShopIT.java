package ecommerce.system.browser.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static ecommerce.system.browser.shop.ShoppingSteps.newAccount;
import static ecommerce.system.browser.shop.ShoppingSteps.signIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import ecommerce.system.browser.InBrowser;
import ecommerce.system.browser.ShopBrowser;
import ecommerce.system.browser.Visitor;
import ecommerce.system.client.Account;
import ecommerce.system.flow.Purchase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Blocks a customer, imports a file, and reads the audit log and the reconciliation at the desk. */
@InBrowser
class WatchingTheShopIT {

    private static final String RECONCILIATION = "/app/desk/reconciliation";

    private static DeskStaff staff;

    private Visitor visitor;

    @BeforeAll
    static void signInStaff(ShopBrowser browser) {
        staff = DeskStaff.signIn(browser);
    }

    @BeforeEach
    void enter(ShopBrowser browser) {
        visitor = staff.window(browser);
    }

    @Test
    void blocksACustomerWhoCannotSignInUntilUnblocked(ShopBrowser browser) {
        var account = newAccount(browser.shop());
        visitor.open("/app/desk/customers").fill("Name, user name or email", account.username());
        visitor.press("Apply");
        assertThat(visitor.page()).hasURL(Pattern.compile("q=" + account.username()));
        visitor.follow("Casey Customer");
        visitor.follow("Block");
        visitor.fill("Reason", "Pays too late").press("Block");
        visitor.sees("The customer is blocked.").sees("Blocked by admin: Pays too late");

        var customer = browser.visitor().open("/app/sign-in");
        customer.fill("User name", account.username()).fill("Password", Account.PASSWORD);
        customer.press("Sign in").sees("The user name or the password is wrong.");

        visitor.follow("Unblock");
        visitor.press("Unblock").sees("The customer is unblocked.");
        signIn(customer, account);
    }

    @Test
    void showsInTheAuditLogWhoHasChangedAPrice(ShopBrowser browser) {
        var productId = Purchase.stockedProduct(browser.shop(), 1).get("productId");
        visitor.open("/app/desk/products/%s/edit".formatted(productId)).fill("Price (USD)", "15.00");
        visitor.press("Save").sees("The product is saved.").follow("Audit log");
        visitor.select("Area", "Products and stock").fill("Action", "product.price-change");
        visitor.fill("Type of record", "product").fill("Number of the record", productId.toString());
        visitor.press("Apply");

        var entry = visitor.page()
                .locator("tbody tr")
                .filter(new Locator.FilterOptions().setHasText("product " + productId));
        assertThat(entry).containsText("priceUnit: 12.5");
        assertThat(entry).containsText("admin");
        assertThat(entry.getByText("product " + productId)).hasAttribute("href", "/app/desk/products/" + productId);
    }

    @Test
    void downloadsTheLinesThatAnImportHasRefused() throws IOException {
        var sku = "LAMP-" + System.nanoTime();
        var file = """
                sku,productTitle,categoryPath,priceUnit,quantity
                %1$s,Lamp %1$s,Light,9.90,3
                %1$s-2,Lamp %1$s,Light,expensive,3
                """.formatted(sku);
        visitor.open("/app/desk/imports")
                .field("CSV file")
                .setInputFiles(new FilePayload("lamps.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
        visitor.press("Import").sees("Finished");
        var link = visitor.link("Download the refused lines (1)");
        var download = visitor.page().waitForDownload(link::click);

        assertThat(Files.readString(download.path()))
                .startsWith("line,sku,reason")
                .contains("3,%s-2,".formatted(sku))
                .doesNotContain(sku + ",");
        visitor.open("/app/desk/products").fill("Title, SKU or category", sku).press("Apply");
        assertThat(visitor.page().locator("tbody tr").filter(new Locator.FilterOptions().setHasText("Lamp " + sku)))
                .containsText("$9.90");
    }

    /** Whether there are mismatches depends on the tests before: the attack creates payments and parcels of no order. */
    @Test
    void comparesTheServicesWithEachOther() {
        var start = Instant.now();
        visitor.open(RECONCILIATION).press("Compare now").sees("The comparison is");
        await().pollInSameThread().atMost(Duration.ofMinutes(1)).until(() -> isComparedSince(start));
        assertThat(visitor.page().locator("main .big")).containsText(" compared, ");
    }

    private boolean isComparedSince(Instant start) {
        return visitor.open(RECONCILIATION).page().locator("main time").all().stream()
                .anyMatch(time -> Instant.parse(time.getAttribute("datetime")).isAfter(start));
    }
}
