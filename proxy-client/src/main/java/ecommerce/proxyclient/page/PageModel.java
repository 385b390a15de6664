package ecommerce.proxyclient.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/** Adds {@code page} to the model of each page. Pages show who is signed in, so nobody may store them. */
@Component
class PageModel implements HandlerInterceptor {

    static final String NAME = "page";

    private final PageFactory pages;

    PageModel(PageFactory pages) {
        this.pages = pages;
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView view) {
        if (view != null && view.getViewName() != null && !view.getViewName().startsWith("redirect:")) {
            view.addAllObjects(Map.of(NAME, pages.of(request)));
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }
}
