package ecommerce.proxyclient.shop.account;

import ecommerce.proxyclient.keptform.KeptForms;
import ecommerce.proxyclient.page.FormErrors;
import ecommerce.proxyclient.page.ReturnPath;
import ecommerce.proxyclient.session.BrowserSession;
import ecommerce.proxyclient.session.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Signs users in and out. */
@Controller
class SignInController {

    private static final String PAGE = "shop/account/sign-in";

    private final Entrance entrance;
    private final Sessions sessions;
    private final KeptForms keptForms;
    private final MessageSource messages;

    SignInController(Entrance entrance, Sessions sessions, KeptForms keptForms, MessageSource messages) {
        this.entrance = entrance;
        this.sessions = sessions;
        this.keptForms = keptForms;
        this.messages = messages;
    }

    @GetMapping("/app/sign-in")
    ModelAndView page(
            @RequestParam(required = false) @Nullable String then,
            @RequestAttribute(BrowserSession.NAME) BrowserSession session) {
        var user = session.user();
        return show(user == null ? "" : user.username(), then, null, FormErrors.NONE);
    }

    /**
     * Signs a user in. Then shows the next page, or sends the form for which the password was asked.
     *
     * @param kept the encrypted form; null if there is none
     */
    @PostMapping("/app/sign-in")
    ModelAndView signIn(
            @RequestParam String username,
            @RequestParam String password,
            @RequestParam(required = false) @Nullable String then,
            @RequestParam(name = KeptForms.FIELD, required = false) @Nullable String kept,
            @RequestAttribute(BrowserSession.NAME) BrowserSession session,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            entrance.enter(session, username, password, request.getRemoteAddr());
        } catch (ErrorResponseException refused) {
            var status = refused.getStatusCode().value();
            if (status != 401 && status != 429) {
                throw refused;
            }
            response.setStatus(status);
            if (kept != null) {
                session.tell("sign-in.again");
            }
            return show(username, then, kept, FormErrors.of(reason(refused, response)));
        }
        return keptForms.carryOn(kept, session).map(ModelAndView::new).orElseGet(() -> {
            if (kept != null) {
                session.warn("sign-in.form-lost");
            }
            return new ModelAndView("redirect:" + ReturnPath.of(then));
        });
    }

    @PostMapping("/app/sign-out")
    String signOut(@RequestAttribute(BrowserSession.NAME) BrowserSession session) {
        sessions.leave(session);
        session.tell("sign-out.done");
        return "redirect:/app/";
    }

    private String reason(ErrorResponseException refused, HttpServletResponse response) {
        var locale = LocaleContextHolder.getLocale();
        var seconds = refused.getHeaders().getFirst(HttpHeaders.RETRY_AFTER);
        if (seconds == null) {
            return messages.getMessage("sign-in.refused", null, locale);
        }
        response.setHeader(HttpHeaders.RETRY_AFTER, seconds);
        return messages.getMessage("sign-in.wait", new Object[] {seconds}, locale);
    }

    private static ModelAndView show(String username, @Nullable String then, @Nullable String kept, FormErrors errors) {
        return new ModelAndView(PAGE)
                .addObject("username", username)
                .addObject("then", ReturnPath.of(then))
                .addObject(KeptForms.FIELD, kept)
                .addObject("errors", errors);
    }
}
