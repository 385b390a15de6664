package ecommerce.system.browser.desk;

import static ecommerce.system.browser.shop.ShoppingSteps.newAccount;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.system.browser.InBrowser;
import ecommerce.system.browser.ShopBrowser;
import ecommerce.system.browser.Visitor;
import ecommerce.system.browser.shop.SessionCookie;
import ecommerce.system.client.ShopDatabase;
import ecommerce.system.stack.LocalStack;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Changes something that is hard to undo, an hour after the sign-in. */
@InBrowser
class PasswordPromptIT {

    private static final String SIGN_IN_EARLIER = """
            UPDATE user_service.refresh_family SET signed_in_at = signed_in_at - interval '1 hour'
             WHERE family_id = CAST(? AS uuid)
            """;

    @Test
    void sendsAFormAfterThePasswordIsEnteredAgain(ShopBrowser browser, LocalStack stack) throws SQLException {
        var account = newAccount(browser.shop());
        var visitor = DeskStaff.signIn(browser).window(browser);
        letAnHourPass(visitor, stack);
        visitor.open("/app/desk/customers/%d/block".formatted(account.userId()));
        visitor.fill("Reason", "Pays too late").press("Block");
        visitor.shows("shop/account/sign-in", "password prompt");
        visitor.speak("es").fill("Password", "wrong").press("Sign in");
        visitor.sees("El nombre de usuario o la contraseña no es correcto.").isInSpanish();
        visitor.speak("en").fill("Contraseña", "wrong").press("Iniciar sesión");
        visitor.sees("The user name or the password is wrong.");
        visitor.shows("shop/account/sign-in", "wrong password in the prompt");

        visitor.fill("Password", browser.shop().staffPassword()).press("Sign in");

        visitor.sees("The customer is blocked.").sees("Blocked by admin: Pays too late");
    }

    /** The next page gets an access token that says when the password was entered. */
    private static void letAnHourPass(Visitor visitor, LocalStack stack) throws SQLException {
        var session = new SessionCookie(visitor.page().context());
        try (var database = new ShopDatabase(stack.databaseUrl());
                var statement = database.connection().prepareStatement(SIGN_IN_EARLIER)) {
            statement.setString(1, session.signInId());
            assertThat(statement.executeUpdate()).isOne();
        }
        session.expireAccessToken();
    }
}
