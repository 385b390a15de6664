package ecommerce.probe;

import ecommerce.defaults.security.Caller;
import ecommerce.defaults.security.RecentSignIn;
import ecommerce.defaults.security.SignedIn;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A service with endpoints of each kind and without a database. */
@SpringBootApplication(
        excludeName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration"
        })
class ProbeApplication {

    @RestController
    static class Endpoints {

        private final RecentSignIn recentSignIn;

        Endpoints(RecentSignIn recentSignIn) {
            this.recentSignIn = recentSignIn;
        }

        @GetMapping("/open")
        String open() {
            return "open";
        }

        @GetMapping("/declared")
        @SignedIn
        String declared() {
            return "declared";
        }

        @PostMapping("/sensitive")
        @SignedIn
        String sensitive(@AuthenticationPrincipal Caller caller) {
            recentSignIn.require(caller);
            return "sensitive";
        }

        @GetMapping("/staff")
        @PreAuthorize("hasRole('ADMIN')")
        String staff() {
            return "staff";
        }

        @PostMapping("/staff")
        @PreAuthorize("hasRole('ADMIN')")
        long staff(@Valid @RequestBody Body body) {
            return body.number();
        }

        record Body(@Min(1) long number) {}

        @GetMapping("/forgotten")
        String forgotten() {
            return "forgotten";
        }

        @GetMapping({"/internal/products/1", "/internal/reservations/1", "/internal/others/1"})
        String internal() {
            return "internal";
        }
    }
}
