package ecommerce.proxyclient.shop.account;

import ecommerce.defaults.security.SignedIn;
import ecommerce.proxyclient.page.FormErrors;
import ecommerce.proxyclient.page.Refusal;
import ecommerce.proxyclient.session.BrowserSession;
import ecommerce.proxyclient.userclient.AccountClient;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.client.HttpClientErrorException;

/** Shows and changes the customer's names and contact data. */
@Controller
@SignedIn
class AccountController {

    private final AccountClient accounts;
    private final MessageSource messages;

    AccountController(AccountClient accounts, MessageSource messages) {
        this.accounts = accounts;
        this.messages = messages;
    }

    @GetMapping("/app/account")
    String account(Model model) {
        return show(ProfileForm.of(accounts.me()), FormErrors.NONE, model);
    }

    @PostMapping("/app/account")
    String change(
            @Valid @ModelAttribute("form") ProfileForm form,
            BindingResult result,
            @RequestAttribute(BrowserSession.NAME) BrowserSession session,
            HttpServletResponse response,
            Model model) {
        if (result.hasErrors()) {
            response.setStatus(400);
            return show(form, FormErrors.of(result), model);
        }
        try {
            accounts.change(session.requireUser().userId(), form.patch());
        } catch (HttpClientErrorException.BadRequest | HttpClientErrorException.Conflict e) {
            response.setStatus(e.getStatusCode().value());
            var taken = messages.getMessage("form.taken", null, LocaleContextHolder.getLocale());
            return show(form, FormErrors.of(Refusal.of(e), taken), model);
        }
        session.tell("account.saved");
        return "redirect:/app/account";
    }

    private static String show(ProfileForm form, FormErrors errors, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        return "shop/account/account";
    }
}
