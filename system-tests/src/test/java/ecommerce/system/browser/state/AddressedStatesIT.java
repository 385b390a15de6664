package ecommerce.system.browser.state;

import static ecommerce.system.browser.shop.ShoppingSteps.newAccount;
import static ecommerce.system.browser.shop.ShoppingSteps.signIn;
import static org.junit.jupiter.api.Assertions.assertAll;

import ecommerce.system.Concurrency;
import ecommerce.system.Shop;
import ecommerce.system.browser.InBrowser;
import ecommerce.system.browser.PageState;
import ecommerce.system.browser.ShopBrowser;
import ecommerce.system.browser.Visitor;
import ecommerce.system.client.Account;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Opens the states of pages that an address is enough for. To add such a state, add a row to {@code docs/page-states.csv}.
 * {@link SampleData} has the values of the names in braces. Each page is opened in Spanish too. The class has half of all states,
 * so it runs at the same time as other tests.
 */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(Concurrency.PROCESSORS)
@ResourceLock(value = Concurrency.SERVICES, mode = ResourceAccessMode.READ)
@InBrowser
class AddressedStatesIT {

    private static Account customer;
    private static SampleData data;

    @BeforeAll
    static void fillShop(Shop shop) {
        customer = newAccount(shop);
        data = SampleData.create(shop, customer);
    }

    @Test
    void areUsableForGuests(ShopBrowser browser) {
        showAll(browser.visitor(), PageState.of("AddressedStatesIT#areUsableForGuests"));
    }

    @Test
    void areUsableForCustomers(ShopBrowser browser) {
        var visitor = browser.visitor();
        signIn(visitor, customer);
        showAll(visitor, PageState.of("AddressedStatesIT#areUsableForCustomers"));
    }

    @Test
    void areUsableForStaff(ShopBrowser browser) {
        var visitor = browser.visitor();
        signIn(visitor, "admin", browser.shop().staffPassword());
        showAll(visitor, PageState.of("AddressedStatesIT#areUsableForStaff"));
    }

    @Test
    void areInSpanishForGuests(ShopBrowser browser) {
        openAllInSpanish(browser.visitor(), PageState.of("AddressedStatesIT#areUsableForGuests"));
    }

    @Test
    void areInSpanishForCustomers(ShopBrowser browser) {
        var visitor = browser.visitor();
        signIn(visitor, customer);
        openAllInSpanish(visitor, PageState.of("AddressedStatesIT#areUsableForCustomers"));
    }

    @Test
    void areInSpanishForStaff(ShopBrowser browser) {
        var visitor = browser.visitor();
        signIn(visitor, "admin", browser.shop().staffPassword());
        openAllInSpanish(visitor, PageState.of("AddressedStatesIT#areUsableForStaff"));
    }

    private static void openAllInSpanish(Visitor visitor, List<PageState> states) {
        visitor.speak("es");
        assertAll(states.stream()
                .map(state -> () -> visitor.open(data.address(state.address())).isInSpanish()));
    }

    private static void showAll(Visitor visitor, List<PageState> states) {
        assertAll(states.stream().map(state -> () -> {
            visitor.open(data.address(state.address()));
            visitor.shows(state.page(), state.state());
        }));
    }
}
