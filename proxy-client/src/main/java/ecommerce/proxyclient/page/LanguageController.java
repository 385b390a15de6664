package ecommerce.proxyclient.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;

/** Lets users choose the language of the pages. */
@Controller
class LanguageController {

    private final LocaleResolver locales;
    private final Languages languages;

    LanguageController(LocaleResolver locales, Languages languages) {
        this.locales = locales;
        this.languages = languages;
    }

    @PostMapping("/app/language")
    String choose(
            @RequestParam String language,
            @RequestParam(required = false) @Nullable String then,
            HttpServletRequest request,
            HttpServletResponse response) {
        locales.setLocale(request, response, languages.of(Locale.forLanguageTag(language)));
        return "redirect:" + ReturnPath.of(then);
    }
}
