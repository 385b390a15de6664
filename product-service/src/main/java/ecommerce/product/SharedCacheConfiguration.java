package ecommerce.product;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Allows shared caches, such as the gateway's, to keep what anybody may read of the catalogue for a second (RFC 9111). So prices and
 * quantities that visitors see are never older. A browser asks each time and gets a 304 if nothing changed. Orders don't read through
 * the gateway.
 */
@Configuration(proxyBeanMethods = false)
class SharedCacheConfiguration implements WebMvcConfigurer {

    private static final CacheControl SHORT_LIVED =
            CacheControl.maxAge(Duration.ZERO).sMaxAge(Duration.ofSeconds(1)).cachePublic();

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new SharedCacheInterceptor())
                .addPathPatterns(
                        "/api/products",
                        "/api/products/suggestions",
                        "/api/products/{productId:[0-9]+}",
                        "/api/products/{productId:[0-9]+}/related-products",
                        "/api/categories",
                        "/api/categories/{categoryId:[0-9]+}");
    }

    private static final class SharedCacheInterceptor implements HandlerInterceptor {

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            // With a token, the response may contain what only staff see.
            if (HttpMethod.GET.matches(request.getMethod()) && request.getHeader(HttpHeaders.AUTHORIZATION) == null) {
                response.setHeader(HttpHeaders.CACHE_CONTROL, SHORT_LIVED.getHeaderValue());
                response.addHeader(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION);
            }
            return true;
        }
    }
}
