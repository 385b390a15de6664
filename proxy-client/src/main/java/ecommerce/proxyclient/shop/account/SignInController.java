package ecommerce.proxyclient.shop.account;

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
import org.springframework.ui.Model;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Signs users in and out. */
@Controller
class SignInController {

    private static final String PAGE = "shop/account/sign-in";

    private final Entrance entrance;
    private final Sessions sessions;
    private final MessageSource messages;

    SignInController(Entrance entrance, Sessions sessions, MessageSource messages) {
        this.entrance = entrance;
        this.sessions = sessions;
        this.messages = messages;
    }

    @GetMapping("/app/sign-in")
    String page(
            @RequestParam(required = false) @Nullable String then,
            @RequestAttribute(BrowserSession.NAME) BrowserSession session,
            Model model) {
        var user = session.user();
        return show(user == null ? "" : user.username(), then, FormErrors.NONE, model);
    }

    @PostMapping("/app/sign-in")
    String signIn(
            @RequestParam String username,
            @RequestParam String password,
            @RequestParam(required = false) @Nullable String then,
            @RequestAttribute(BrowserSession.NAME) BrowserSession session,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            entrance.enter(session, username, password, request.getRemoteAddr());
            return "redirect:" + ReturnPath.of(then);
        } catch (ErrorResponseException refused) {
            var status = refused.getStatusCode().value();
            if (status != 401 && status != 429) {
                throw refused;
            }
            response.setStatus(status);
            return show(username, then, FormErrors.of(reason(refused, response)), model);
        }
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

    private static String show(String username, @Nullable String then, FormErrors errors, Model model) {
        model.addAttribute("username", username);
        model.addAttribute("then", ReturnPath.of(then));
        model.addAttribute("errors", errors);
        return PAGE;
    }
}
