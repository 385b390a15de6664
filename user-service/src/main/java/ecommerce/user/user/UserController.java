package ecommerce.user.user;

import ecommerce.defaults.security.Caller;
import ecommerce.defaults.security.SignedIn;
import ecommerce.defaults.web.ETag;
import ecommerce.defaults.web.PageResponse;
import ecommerce.defaults.web.ReplacedId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Pageable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

@RestController
@SignedIn
@RequestMapping("/api/users")
@Tag(name = "users")
class UserController {

    private final UserService users;
    private final EmailChanges emails;

    UserController(UserService users, EmailChanges emails) {
        this.users = users;
        this.emails = emails;
    }

    /**
     * Lists and searches users, for staff. {@code q} is a part of a name, a user name or an email address. {@code
     * blocked=true} selects the users who can't sign in.
     */
    @GetMapping
    @PreAuthorize("hasRole('ADMIN')")
    PageResponse<UserResponse> list(
            @RequestParam(defaultValue = "") @Size(max = 100) String q,
            @RequestParam(required = false)
                    @Parameter(schema = @Schema(allowableValues = {"ROLE_USER", "ROLE_ADMIN"}))
                    @Pattern(regexp = "(ROLE_(USER|ADMIN))?", message = "must be ROLE_USER or ROLE_ADMIN")
                    @Nullable
                    String roleBasedAuthority,
            @RequestParam(required = false) @Nullable Boolean blocked,
            @ParameterObject Pageable pageable) {
        var role = Role.ofAuthority(roleBasedAuthority);
        return PageResponse.of(users.search(q, role, blocked, pageable), UserResponse::of);
    }

    /** Shows the caller's own profile. No id is needed. */
    @GetMapping("/me")
    ResponseEntity<UserResponse> me(@AuthenticationPrincipal Caller caller) {
        return answer(users.find(caller.userId(), caller));
    }

    /** Shows a user by id. A customer sees only the own profile. */
    @GetMapping("/{userId}")
    ResponseEntity<UserResponse> get(@PathVariable long userId, @AuthenticationPrincipal Caller caller) {
        return answer(users.find(userId, caller));
    }

    /** Shows a user by user name. A customer sees only the own profile. */
    @GetMapping("/username/{username}")
    ResponseEntity<UserResponse> getByUsername(@PathVariable String username, @AuthenticationPrincipal Caller caller) {
        return answer(users.findByUsername(username, caller));
    }

    /** Replaces a profile. The id is in the path or in the body. Another email address requires a recent sign-in. */
    @PutMapping({"", "/{userId}"})
    ResponseEntity<UserResponse> replace(
            @PathVariable(required = false) @Nullable Long userId,
            @Valid @RequestBody ReplaceUserRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @AuthenticationPrincipal Caller caller,
            HttpServletRequest http) {
        var id = ReplacedId.of(userId, request.userId(), "userId");
        emails.count(id, request.email(), caller, http.getRemoteAddr());
        return answer(users.replace(id, request, ifMatch, caller));
    }

    /**
     * Changes members of a profile. The body is a merge patch (RFC 7396): a member that is null is cleared, and an
     * absent member is kept. Another email address or role requires a recent sign-in, and only staff may change roles.
     */
    @PatchMapping("/{userId}")
    @Operation(
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = ChangeUserRequest.class))))
    ResponseEntity<UserResponse> change(
            @PathVariable long userId,
            @RequestBody ObjectNode patch,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @AuthenticationPrincipal Caller caller,
            HttpServletRequest http) {
        if (patch.path("email").isString()) {
            emails.count(userId, patch.path("email").stringValue(), caller, http.getRemoteAddr());
        }
        return answer(users.change(userId, patch, ifMatch, caller));
    }

    /**
     * Deletes a user with all addresses and sign-ins, which requires a recent sign-in. The last member of staff can't
     * be deleted (409).
     */
    @DeleteMapping("/{userId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            @PathVariable long userId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @AuthenticationPrincipal Caller caller) {
        users.delete(userId, ifMatch, caller);
    }

    private static ResponseEntity<UserResponse> answer(User user) {
        return ETag.ok(UserResponse.of(user), user.version());
    }
}
