package ecommerce.user.verification;

import ecommerce.defaults.problem.Problem;
import ecommerce.defaults.security.SignedIn;
import ecommerce.defaults.web.PageResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.function.Function;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Serves an empty list of verification tokens. Accounts can be used without a verified email address, so none exist.
 */
@RestController
@SignedIn
@RequestMapping("/api/verificationTokens")
@Tag(name = "verification tokens")
class VerificationTokenController {

    record VerificationTokenResponse(long verificationTokenId, Instant expireDate) {}

    /** Lists verification tokens, of which there are none. Accounts can be used without a verified email address. */
    @GetMapping
    PageResponse<VerificationTokenResponse> list(@ParameterObject Pageable pageable) {
        return PageResponse.of(Page.empty(pageable), Function.identity());
    }

    /** Shows a verification token. Always responds with 404, because there are none. */
    @GetMapping("/{verificationTokenId}")
    VerificationTokenResponse get(@PathVariable long verificationTokenId) {
        throw Problem.notFound("verification token", verificationTokenId);
    }
}
