package ecommerce.system.browser.shop;

import static ecommerce.system.browser.shop.ShoppingSteps.newAccount;
import static ecommerce.system.browser.shop.ShoppingSteps.signIn;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.system.browser.InBrowser;
import ecommerce.system.browser.ShopBrowser;
import ecommerce.system.browser.Visitor;
import ecommerce.system.client.Account;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keeps and ends the sessions of customers and staff. */
@InBrowser
class SessionsInTabsIT {

    private static final String LATER = "setTimeout(() => location.assign('/app/account'), 50)";

    private Account account;

    @BeforeEach
    void register(ShopBrowser browser) {
        account = newAccount(browser.shop());
    }

    @Test
    void keepsTwoTabsSignedInThatLoadWithAnExpiredAccessToken(ShopBrowser browser) {
        var first = browser.visitor();
        signIn(first, account);
        var second = first.newTab().open("/app/");
        var session = new SessionCookie(first.page().context());
        session.expireAccessToken();

        first.page().evaluate(LATER);
        second.page().evaluate(LATER);

        first.sees("Change the password").sees("Sign out " + account.username());
        second.sees("Change the password").sees("Sign out " + account.username());
        assertThat(session.hasFreshAccessToken()).isTrue();
        first.open("/app/orders").sees("Sign out " + account.username());
        second.open("/app/orders").sees("Sign out " + account.username());
    }

    @Test
    void keepsACustomerSignedInIfTheAnswerWithFreshTokensIsLost(ShopBrowser browser) {
        var visitor = browser.visitor();
        signIn(visitor, account);

        openAfterALostAnswer(visitor, "/app/account").sees("Sign out " + account.username());
    }

    @Test
    void keepsStaffSignedInIfTheAnswerWithFreshTokensIsLost(ShopBrowser browser) {
        var visitor = browser.visitor();
        signIn(visitor, "admin", browser.shop().staffPassword());

        openAfterALostAnswer(visitor, "/app/desk/customers").sees("Sign out admin");
        visitor.fill("Name, user name or email", account.username())
                .press("Apply")
                .sees("Casey Customer");
    }

    /** Requests a page with an expired access token, drops the answer with its cookies, and opens the page. */
    private static Visitor openAfterALostAnswer(Visitor visitor, String page) {
        var context = visitor.page().context();
        var session = new SessionCookie(context);
        session.expireAccessToken();
        var before = context.cookies();
        context.request().get(page);
        assertThat(session.hasFreshAccessToken()).isTrue();

        context.addCookies(before);
        assertThat(session.hasFreshAccessToken()).isFalse();
        visitor.open(page);
        assertThat(session.hasFreshAccessToken()).isTrue();
        return visitor;
    }

    /** Another device's access token is valid until it expires, and can't be refreshed. */
    @Test
    void endsOtherSignInsWhenThePasswordChanges(ShopBrowser browser) {
        var here = browser.visitor();
        var elsewhere = browser.visitor();
        signIn(here, account);
        signIn(elsewhere, account);

        here.open("/app/account/password")
                .fill("Current password", Account.PASSWORD)
                .fill("New password", "five other words are long")
                .press("Change the password");

        here.sees("Your password is changed.");
        new SessionCookie(here.page().context()).expireAccessToken();
        new SessionCookie(elsewhere.page().context()).expireAccessToken();
        here.open("/app/account").sees("Sign out " + account.username());
        elsewhere.open("/app/account").sees("Your session has ended. Sign in again.");
        signIn(elsewhere, account.username(), "five other words are long");
    }
}
