package ecommerce.proxyclient.shop.account;

import static java.util.Objects.requireNonNull;

import ecommerce.defaults.security.SignedIn;
import ecommerce.proxyclient.page.FormErrors;
import ecommerce.proxyclient.page.Refusal;
import ecommerce.proxyclient.session.BrowserSession;
import ecommerce.proxyclient.session.Sessions;
import ecommerce.proxyclient.userclient.AccountClient;
import ecommerce.proxyclient.userclient.AccountClient.NewPassword;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;

/** Changes the user's password. user-service ends all sign-ins of the user, so this browser signs in again. */
@Controller
@SignedIn
class PasswordController {

    private static final Logger log = LoggerFactory.getLogger(PasswordController.class);

    private final AccountClient accounts;
    private final Sessions sessions;

    PasswordController(AccountClient accounts, Sessions sessions) {
        this.accounts = accounts;
        this.sessions = sessions;
    }

    @GetMapping("/app/account/password")
    String page(Model model) {
        return show(FormErrors.NONE, model);
    }

    @PostMapping("/app/account/password")
    String change(
            @Valid @ModelAttribute("form") PasswordForm form,
            BindingResult result,
            @RequestAttribute(BrowserSession.NAME) BrowserSession session,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (result.hasErrors()) {
            response.setStatus(400);
            return show(FormErrors.of(result), model);
        }
        var user = session.requireUser();
        var newPassword = requireNonNull(form.newPassword());
        try {
            accounts.changePassword(
                    user.userId(), new NewPassword(requireNonNull(form.currentPassword()), newPassword));
        } catch (HttpClientErrorException.BadRequest | HttpClientErrorException.Forbidden e) {
            response.setStatus(e.getStatusCode().value());
            var refusal = Refusal.of(e);
            return show(FormErrors.of(refusal, refusal.detail()), model);
        }
        return enter(session, user.username(), newPassword, request.getRemoteAddr());
    }

    /** The password is changed, and the old tokens have ended, whether or not the sign-in succeeds. */
    private String enter(BrowserSession session, String username, String newPassword, String clientAddress) {
        try {
            sessions.enter(session, username, newPassword, clientAddress);
        } catch (RestClientException | ErrorResponseException e) {
            log.warn(
                    "The sign-in after a change of the password failed: {}",
                    e.getClass().getSimpleName());
            session.leave();
            session.tell("password.changed-sign-in");
            return "redirect:/app/sign-in";
        }
        session.tell("password.changed");
        return "redirect:/app/account";
    }

    private static String show(FormErrors errors, Model model) {
        model.addAttribute("errors", errors);
        return "shop/account/password";
    }
}
