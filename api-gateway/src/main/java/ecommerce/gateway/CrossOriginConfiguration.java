package ecommerce.gateway;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/**
 * Lets the pages of configured sites call the API with a token (CORS). Without any site, the gateway sends no CORS headers, so
 * browsers refuse all of them. Cookies stay forbidden, so that no other site can use the session of the web shop.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CorsProperties.class)
class CrossOriginConfiguration {

    /** Before Spring Security, which doesn't know preflight requests, and after the access log. */
    private static final int ORDER = -200;

    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");
    private static final List<String> REQUEST_HEADERS =
            List.of("Authorization", "Content-Type", "Idempotency-Key", "If-Match", "If-None-Match");
    private static final List<String> RESPONSE_HEADERS = List.of("ETag", "Location", "Retry-After", "WWW-Authenticate");

    @Bean
    FilterRegistrationBean<CorsFilter> crossOriginRequests(CorsProperties properties) {
        var allowed = new CorsConfiguration();
        allowed.setAllowedOrigins(properties.allOrigins());
        allowed.setAllowedMethods(METHODS);
        allowed.setAllowedHeaders(REQUEST_HEADERS);
        allowed.setExposedHeaders(RESPONSE_HEADERS);
        allowed.setMaxAge(Duration.ofHours(1));
        var paths = new UrlBasedCorsConfigurationSource();
        paths.registerCorsConfiguration("/**", allowed);
        var filter = new CorsFilter(paths);
        filter.setCorsProcessor(new ProblemCorsProcessor());
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(ORDER);
        registration.setEnabled(!properties.allowedOrigins().isEmpty());
        return registration;
    }

    /** Refuses other origins with a problem document instead of plain text. */
    private static final class ProblemCorsProcessor extends DefaultCorsProcessor {

        @Override
        protected void rejectRequest(ServerHttpResponse response) throws IOException {
            ((ServletServerHttpResponse) response).getServletResponse().sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }
}
