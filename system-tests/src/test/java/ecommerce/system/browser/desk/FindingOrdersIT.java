package ecommerce.system.browser.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static ecommerce.system.browser.shop.ShoppingSteps.PAID;
import static ecommerce.system.browser.shop.ShoppingSteps.signIn;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.system.browser.InBrowser;
import ecommerce.system.browser.ShopBrowser;
import ecommerce.system.browser.Visitor;
import ecommerce.system.flow.Purchase;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Finds an order and its parcel at the desk. The tests share the order, because none of them changes its status. */
@InBrowser
class FindingOrdersIT {

    private static final String FIND = "Find an order by its number, or by the recipient’s name or email";
    private static final String FILTER = "Order number, email or recipient";
    private static final String PRODUCT = "Product number, SKU or title";
    private static final String NOTE = "Rings in the evening";

    private static DeskStaff staff;
    private static CustomerOrder order;

    private Visitor visitor;

    @BeforeAll
    static void order(ShopBrowser browser) {
        staff = DeskStaff.signIn(browser);
        order = CustomerOrder.place(browser.shop(), 1);
    }

    @BeforeEach
    void enter(ShopBrowser browser) {
        visitor = staff.window(browser);
    }

    @Test
    void leadsFromTheHomeToAParcelToBePacked() {
        var parcel = order.readyParcelPage();
        visitor.open("/app/desk").follow("Parcels to be packed");
        assertThat(visitor.field("Status")).hasValue("READY");

        visitor.fill("Order", order.number()).press("Apply");
        assertThat(visitor.page()).hasURL(Pattern.compile("orderId=" + order.number()));
        assertThat(visitor.page().locator("tbody tr")).hasCount(1);
        visitor.follow("Parcel ");

        assertThat(visitor.page()).hasURL(parcel);
        visitor.sees("To be packed").sees(order.title());
    }

    @Test
    void opensAnOrderByItsNumberWithTheKeyboard() {
        visitor.open("/app/desk");
        var keyboard = visitor.page().keyboard();
        keyboard.press("/");
        assertThat(visitor.field(FIND)).isFocused();
        keyboard.type(order.number());
        keyboard.press("Enter");

        assertThat(visitor.page()).hasURL(order.deskPage());
        visitor.sees(PAID).sees(order.title());
    }

    @Test
    void findsOrdersByEmailAndKeepsTheFilterInTheAddress(ShopBrowser browser) {
        var email = order.account().username() + "@example.com";
        visitor.open("/app/desk/orders").fill(FILTER, email).select("Status", PAID);
        visitor.press("Apply");
        assertThat(visitor.page())
                .hasURL(Pattern.compile("find=" + order.account().username()));
        seesOnlyTheOrder(visitor);

        var colleague = staff.window(browser).open(visitor.page().url());

        seesOnlyTheOrder(colleague);
        assertThat(colleague.field(FILTER)).hasValue(email);
        assertThat(colleague.field("Status")).hasValue("CONFIRMED");
    }

    @Test
    void findsOrdersByTheSkuOrTheTitleOfAProduct() {
        visitor.open("/app/desk/orders")
                .fill(PRODUCT, order.product().get("sku").toString());
        visitor.press("Apply");
        seesOnlyTheOrder(visitor);
        assertThat(visitor.field(PRODUCT))
                .hasValue(order.product().get("productId").toString());

        visitor.open("/app/desk/orders").fill(PRODUCT, order.title()).press("Apply");
        seesOnlyTheOrder(visitor);
        visitor.fill(PRODUCT, "product").press("Apply").sees("Choose the one whose orders you look for");
        assertThat(visitor.page().locator("main .card li").first()).containsText("SKU");
    }

    private static void seesOnlyTheOrder(Visitor visitor) {
        assertThat(visitor.page().locator("tbody tr")).hasCount(1);
        assertThat(visitor.link("Order " + order.number())).hasAttribute("href", order.deskPage());
    }

    @Test
    void addsANoteThatTheCustomerDoesNotSee(ShopBrowser browser) {
        visitor.open(order.deskPage()).fill("New note (customers don’t see it)", NOTE);
        visitor.press("Add note").sees("The note is added.").sees("admin: " + NOTE);
        assertThat(Purchase.only(browser.shop().staff(), order.path() + "/notes"))
                .containsEntry("text", NOTE)
                .containsEntry("by", "admin");

        var customer = browser.visitor();
        signIn(customer, order.account());
        customer.open(order.shopPage()).sees(order.title());
        assertThat(customer.page().getByText(NOTE)).hasCount(0);
    }
}
