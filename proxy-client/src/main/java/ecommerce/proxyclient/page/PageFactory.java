package ecommerce.proxyclient.page;

import ecommerce.proxyclient.session.BrowserSession;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** Prepares what the templates of a page need. */
@Component
class PageFactory {

    private final Page.Shop shop;
    private final Languages languages;
    private final ObjectProvider<LocaleResolver> locales;

    PageFactory(
            MessageSource messages,
            ObjectProvider<ResourceUrlProvider> urls,
            Languages languages,
            ObjectProvider<LocaleResolver> locales,
            PageProperties properties) {
        this.shop = new Page.Shop(
                messages,
                name -> {
                    var path = "/app/assets/" + name;
                    return Objects.requireNonNull(urls.getObject().getForLookupPath(path), path);
                },
                languages.all(),
                properties);
        this.languages = languages;
        this.locales = locales;
    }

    /** Returns whether a script asks for a part of the page that it shows. */
    static boolean isPart(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null;
    }

    /**
     * Returns the page that answers this request. It takes the session's notice, so that only one page shows it. A part of a page
     * leaves the notice.
     */
    Page of(HttpServletRequest request) {
        var path = request.getRequestURI();
        var query = request.getQueryString();
        return of(request, query == null ? path : path + "?" + query);
    }

    /** @param here the address to which the page's forms return, if that of the request is no page */
    Page of(HttpServletRequest request, String here) {
        var session = (BrowserSession) request.getAttribute(BrowserSession.NAME);
        var csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return new Page(
                shop,
                new Page.Visit(
                        languages.of(locales.getObject().resolveLocale(request)),
                        request.getRequestURI(),
                        here,
                        session.user(),
                        session.pieces(),
                        isPart(request) ? null : session.takeNotice(),
                        csrf == null ? "" : csrf.getToken(),
                        ShortcutController.isOn(request)));
    }
}
