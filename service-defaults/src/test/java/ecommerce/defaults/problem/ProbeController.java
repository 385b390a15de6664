package ecommerce.defaults.problem;

import ecommerce.defaults.idempotency.ValidIdempotencyKey;
import ecommerce.defaults.security.Caller;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that cause the errors that {@link ProblemDetailsIT} checks. */
@RestController
class ProbeController {

    record Line(@Min(1) int quantity) {}

    record Body(@NotBlank String name, @Valid List<Line> lines) {}

    @PostMapping("/things")
    Body post(@Valid @RequestBody Body body) {
        return body;
    }

    @GetMapping("/things")
    long get(@RequestParam @Min(1) long number) {
        return number;
    }

    enum Kind {
        SMALL,
        LARGE
    }

    record Filter(
            @Nullable Long number,
            @Nullable Kind kind,
            @Nullable Instant since,
            @Digits(integer = 10, fraction = 2) @Nullable BigDecimal price) {}

    @GetMapping("/filtered")
    Filter filtered(@Valid Filter filter) {
        return filter;
    }

    @PostMapping("/filtered")
    Filter postFiltered(@Valid @RequestBody Filter filter) {
        return filter;
    }

    @PostMapping("/keyed")
    String keyed(@RequestHeader("Idempotency-Key") @ValidIdempotencyKey String key) {
        return key;
    }

    @PostMapping(path = "/csv", consumes = "text/csv")
    void csv() {}

    @GetMapping("/open/me")
    String open(@AuthenticationPrincipal @Nullable Caller caller) {
        return caller == null ? "nobody" : caller.username();
    }

    @GetMapping("/me")
    String me(@AuthenticationPrincipal Caller caller) {
        return caller.username();
    }

    @GetMapping("/broken")
    String broken() {
        throw new IllegalStateException("a secret detail");
    }

    @GetMapping("/broken-later")
    void brokenLater(HttpServletResponse response) throws IOException {
        response.getWriter().write("the beginning");
        response.flushBuffer();
        throw new IllegalStateException("a secret detail");
    }
}
