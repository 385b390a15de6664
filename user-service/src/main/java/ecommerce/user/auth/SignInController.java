package ecommerce.user.auth;

import ecommerce.defaults.openapi.AlsoAnswers;
import ecommerce.defaults.problem.Problem;
import ecommerce.defaults.security.Caller;
import ecommerce.defaults.security.SignedIn;
import ecommerce.defaults.web.PageResponse;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Pageable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Lists and ends sign-ins. An ended sign-in gets no more access tokens; the last one that it got stays valid for up to 15
 * minutes.
 */
@RestController
@SignedIn
@RequestMapping("/api/auth/sign-ins")
@Tag(name = "auth")
class SignInController {

    private final SignIns signIns;

    SignInController(SignIns signIns) {
        this.signIns = signIns;
    }

    /**
     * Lists open sign-ins. A customer sees the own ones, staff see those of the user that they name. The one that was used
     * last comes first, unless {@code sort} says otherwise.
     */
    @GetMapping
    @AlsoAnswers(HttpStatus.NOT_FOUND)
    PageResponse<SignInResponse> list(
            @RequestParam(required = false) @Parameter(description = Caller.USER_ID_PARAMETER) @Nullable String userId,
            @ParameterObject Pageable pageable,
            @AuthenticationPrincipal Caller caller) {
        var named = caller.resolveUserId(userId);
        var owner = caller.isAdmin() && named != null ? named : Long.valueOf(caller.userId());
        return PageResponse.of(signIns.list(owner, pageable, caller), Function.identity());
    }

    /** Ends a sign-in. It gets no more access tokens. The last one that it got stays valid for up to 15 minutes. */
    @DeleteMapping("/{signInId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable UUID signInId, @AuthenticationPrincipal Caller caller) {
        signIns.end(signInId, caller);
    }

    /**
     * Ends all sign-ins of a user, also those that have not completed yet. The parameter is required, so that nobody ends
     * all of them by a mistake in a path.
     */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AlsoAnswers(HttpStatus.NOT_FOUND)
    void endAll(
            @RequestParam @Parameter(description = Caller.USER_ID_PARAMETER) String userId,
            @AuthenticationPrincipal Caller caller) {
        var owner = caller.resolveUserId(userId);
        if (owner == null) {
            throw Problem.invalid("userId", "must be a user's id, or me for your own");
        }
        signIns.endAll(owner, caller);
    }
}
