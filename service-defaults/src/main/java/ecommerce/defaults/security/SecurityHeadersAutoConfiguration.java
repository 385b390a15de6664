package ecommerce.defaults.security;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Adds the same security headers to every response of the gateway and the services, beside those that Spring Security
 * adds by default: {@code X-Content-Type-Options}, {@code X-Frame-Options}, and {@code Strict-Transport-Security} over
 * HTTPS. A filter chain that serves pages replaces the content security policy by its own.
 */
@AutoConfiguration
class SecurityHeadersAutoConfiguration {

    /** The policy of responses that are no pages. A browser that shows one as a page loads and runs nothing. */
    private static final String NOTHING =
            "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    /** Denies the browser's powerful features, which the shop doesn't use. */
    private static final String NO_FEATURES =
            "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()";

    @Bean
    Customizer<HeadersConfigurer<HttpSecurity>> securityHeaders() {
        return headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(NOTHING))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(permissions -> permissions.policy(NO_FEATURES));
    }
}
