package ecommerce.defaults.problem;

import ecommerce.defaults.test.ServiceTest;
import ecommerce.defaults.test.TestSecrets;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Starts a service that has only the endpoints of {@link ProbeController}. All tests share it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServiceTest
@ContextConfiguration(classes = ProbeTest.Probe.class, initializers = TestSecrets.class)
@TestPropertySource(
        properties = {
            "spring.application.name=probe",
            "spring.config.import=classpath:service-defaults.yml",
            "shop.security.staff-tokens.check=false",
            "shop.security.public-endpoints=GET /open/**",
            "shop.limits.body.slow-after=1s",
            "server.tomcat.connection-timeout=3s",
            "shop.limits.rate.enabled=true",
            "shop.limits.rate.user.requests=200",
            "shop.limits.rate.user.period=1h"
        })
@interface ProbeTest {

    @SpringBootApplication(
            excludeName = {
                "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
                "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration"
            })
    @Import({ProbeController.class, BrokenFilter.class})
    class Probe {}

    /** Fails at {@code /filter/**} outside Spring MVC. */
    class BrokenFilter extends OncePerRequestFilter {

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            switch (request.getRequestURI()) {
                case "/filter/away" -> throw new ResourceAccessException("a secret detail");
                case "/filter/wrapped" -> throw new ServletException(new ResourceAccessException("a secret detail"));
                case "/filter/broken" -> throw new IllegalStateException("a secret detail");
                default -> chain.doFilter(request, response);
            }
        }
    }
}
