package ecommerce.proxyclient.shop.account;

import static java.util.Objects.requireNonNull;

import ecommerce.proxyclient.page.FormErrors;
import ecommerce.proxyclient.page.Refusal;
import ecommerce.proxyclient.page.ReturnPath;
import ecommerce.proxyclient.session.BrowserSession;
import ecommerce.proxyclient.userclient.AccountClient;
import ecommerce.proxyclient.userclient.AccountClient.NewCredential;
import ecommerce.proxyclient.userclient.AccountClient.Registration;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.StringUtils;
import org.springframework.validation.BindingResult;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;

/** Registers customers, and signs them in. */
@Controller
class RegistrationController {

    private static final Logger log = LoggerFactory.getLogger(RegistrationController.class);

    private final AccountClient accounts;
    private final Entrance entrance;
    private final MessageSource messages;

    RegistrationController(AccountClient accounts, Entrance entrance, MessageSource messages) {
        this.accounts = accounts;
        this.entrance = entrance;
        this.messages = messages;
    }

    @GetMapping("/app/register")
    String page(@RequestParam(required = false) @Nullable String then, Model model) {
        return show(RegistrationForm.EMPTY, then, FormErrors.NONE, model);
    }

    @PostMapping("/app/register")
    String register(
            @Valid @ModelAttribute("form") RegistrationForm form,
            BindingResult result,
            @RequestParam(required = false) @Nullable String then,
            @RequestAttribute(BrowserSession.NAME) BrowserSession session,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (result.hasErrors()) {
            response.setStatus(400);
            return show(form, then, FormErrors.of(result), model);
        }
        try {
            accounts.register(registration(form));
        } catch (HttpClientErrorException.BadRequest | HttpClientErrorException.Conflict e) {
            response.setStatus(e.getStatusCode().value());
            var taken = messages.getMessage("form.taken", null, LocaleContextHolder.getLocale());
            return show(form, then, FormErrors.of(Refusal.of(e), taken), model);
        }
        return enter(form, ReturnPath.of(then), session, request);
    }

    /** The account exists, whether or not the sign-in succeeds. */
    private String enter(RegistrationForm form, String then, BrowserSession session, HttpServletRequest request) {
        var name = requireNonNull(form.firstName());
        try {
            entrance.enter(
                    session, requireNonNull(form.username()), requireNonNull(form.password()), request.getRemoteAddr());
        } catch (RestClientException | ErrorResponseException e) {
            log.warn("The sign-in after a registration failed: {}", e.getClass().getSimpleName());
            session.tell("register.sign-in", name);
            return "redirect:" + ReturnPath.signIn(then);
        }
        session.tell("register.done", name);
        return "redirect:" + then;
    }

    /** The form is valid, so what it requires isn't null. */
    private static Registration registration(RegistrationForm form) {
        return new Registration(
                requireNonNull(form.firstName()),
                requireNonNull(form.lastName()),
                requireNonNull(form.email()),
                StringUtils.hasText(form.phone()) ? form.phone() : null,
                new NewCredential(requireNonNull(form.username()), requireNonNull(form.password())));
    }

    private static String show(RegistrationForm form, @Nullable String then, FormErrors errors, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("then", ReturnPath.of(then));
        model.addAttribute("errors", errors);
        return "shop/account/register";
    }
}
