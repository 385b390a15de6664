package ecommerce.proxyclient.page;

import ecommerce.proxyclient.keptform.KeptForms;
import ecommerce.proxyclient.session.BrowserSession;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;

/** Lets users choose the language of the pages. */
@Controller
class LanguageController {

    private final LocaleResolver locales;
    private final Languages languages;

    LanguageController(LocaleResolver locales, Languages languages) {
        this.locales = locales;
        this.languages = languages;
    }

    /**
     * Returns to the page. One that asks for the password is shown again, because only the page itself has the kept form.
     *
     * @param kept the encrypted form that waits for the password; null if there is none
     */
    @PostMapping("/app/language")
    ModelAndView choose(
            @RequestParam String language,
            @RequestParam(required = false) @Nullable String then,
            @RequestParam(name = KeptForms.FIELD, required = false) @Nullable String kept,
            @RequestAttribute(BrowserSession.NAME) BrowserSession session,
            HttpServletRequest request,
            HttpServletResponse response) {
        locales.setLocale(request, response, languages.of(Locale.forLanguageTag(language)));
        var user = session.user();
        if (kept == null || user == null) {
            return new ModelAndView("redirect:" + ReturnPath.of(then));
        }
        session.tell("sign-in.again");
        return new ModelAndView("shop/account/sign-in")
                .addObject("username", user.username())
                .addObject("then", ReturnPath.of(then))
                .addObject(KeptForms.FIELD, kept)
                .addObject("errors", FormErrors.NONE);
    }
}
