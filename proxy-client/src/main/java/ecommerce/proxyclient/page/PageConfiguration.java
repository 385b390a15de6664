package ecommerce.proxyclient.page;

import ecommerce.proxyclient.session.SessionProperties;
import ecommerce.proxyclient.session.Sessions;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cache.concurrent.ConcurrentMapCache;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.resource.CachingResourceResolver;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/**
 * Serves the web shop's pages. They load nothing from other sites but images from configured hosts. Forms carry a token,
 * so that other sites can't send them.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PageProperties.class)
class PageConfiguration implements WebMvcConfigurer {

    private static final String POLICY =
            "default-src 'self'; img-src %s; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    private final ErrorPages problems;
    private final PageModel model;
    private final String htmx;

    PageConfiguration(ErrorPages problems, PageModel model, @Value("${shop.page.htmx}") String htmx) {
        this.problems = problems;
        this.model = model;
        this.htmx = htmx;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(model).addPathPatterns("/app/**");
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addRedirectViewController("/app", "/app/");
    }

    /** A file's address changes with its content, so browsers may keep it for a year. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/app/assets/**")
                .addResourceLocations("classpath:/static/app/assets/", htmx)
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .resourceChain(false)
                .addResolver(new AssetResolver())
                .addResolver(new CachingResourceResolver(new ConcurrentMapCache("assets")))
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
    }

    @Override
    public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
        resolvers.addFirst(problems);
    }

    @Bean
    LocaleResolver localeResolver(Languages languages, SessionProperties session) {
        var requested = new AcceptHeaderLocaleResolver();
        requested.setSupportedLocales(languages.all());
        requested.setDefaultLocale(Languages.DEFAULT);
        var chosen = new CookieLocaleResolver("shop_language");
        chosen.setDefaultLocaleFunction(requested::resolveLocale);
        chosen.setCookiePath("/app");
        chosen.setCookieMaxAge(Duration.ofDays(365));
        chosen.setCookieSecure(session.secureCookie());
        chosen.setCookieHttpOnly(true);
        chosen.setRejectInvalidCookies(false);
        return chosen;
    }

    @Bean
    @Order(1)
    SecurityFilterChain pageSecurity(
            HttpSecurity http, PageProperties page, Sessions sessions, SessionProperties session) {
        return http.securityMatcher(ErrorPages.PAGES)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .addFilterBefore(sessions.filter(), CsrfFilter.class)
                .headers(headers -> headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                        .contentSecurityPolicy(policy -> policy.policyDirectives(POLICY.formatted(page.imageSources())))
                        // With no-referrer, browsers would send forms with an unknown origin, which the gateway
                        // refuses.
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                // The user is known from the cookie. Spring would take each request for a sign-in and replace the token
                // of the forms, also of those in other tabs.
                .sessionManagement(AbstractHttpConfigurer::disable)
                .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens(session))
                        // Their pages know no token. They need a header that other sites can't send.
                        .ignoringRequestMatchers("/app/session", "/app/session/refresh"))
                .exceptionHandling(handling -> handling.accessDeniedHandler(problems))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    private static CookieCsrfTokenRepository csrfTokens(SessionProperties session) {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(SessionProperties.FORM_TOKEN_COOKIE);
        tokens.setCookiePath("/app");
        tokens.setCookieCustomizer(cookie -> cookie.secure(session.secureCookie())
                .httpOnly(true)
                .sameSite("Lax")
                .maxAge(session.lifetime()));
        return tokens;
    }
}
