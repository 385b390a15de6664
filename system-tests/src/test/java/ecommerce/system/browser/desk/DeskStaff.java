package ecommerce.system.browser.desk;

import ecommerce.system.browser.ShopBrowser;
import ecommerce.system.browser.Visitor;
import ecommerce.system.browser.shop.ShoppingSteps;

/**
 * A member of staff who signs in once for all tests of a class.
 *
 * @param cookies the cookies after the sign-in, as Playwright stores them
 */
public record DeskStaff(String cookies) {

    public static DeskStaff signIn(ShopBrowser browser) {
        var visitor = browser.visitor();
        ShoppingSteps.signIn(visitor, "admin", browser.shop().staffPassword());
        return new DeskStaff(visitor.page().context().storageState());
    }

    /** Opens a window that is signed in. It shares no later cookies with other windows. */
    public Visitor window(ShopBrowser browser) {
        return browser.visitor(browser.options().setStorageState(cookies));
    }
}
