package ecommerce.user.credential;

import ecommerce.defaults.security.Caller;
import ecommerce.defaults.security.SignedIn;
import ecommerce.defaults.web.ETag;
import ecommerce.defaults.web.PageResponse;
import ecommerce.defaults.web.ReplacedId;
import ecommerce.user.user.User;
import ecommerce.user.user.UserService;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Pageable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Serves credentials. A credential is created and deleted with its user, so there is no {@code POST} and no
 * {@code DELETE}.
 */
@RestController
@SignedIn
@RequestMapping("/api/credentials")
@Tag(name = "credentials")
class CredentialController {

    private final CredentialService credentials;
    private final UserService users;

    CredentialController(CredentialService credentials, UserService users) {
        this.credentials = credentials;
        this.users = users;
    }

    /** Lists credentials, which never include passwords. A customer sees only the own credential. */
    @GetMapping
    PageResponse<CredentialResponse> list(@ParameterObject Pageable pageable, @AuthenticationPrincipal Caller caller) {
        return PageResponse.of(credentials.list(pageable, caller), CredentialResponse::of);
    }

    /** Shows a credential by id. A customer sees only the own credential. */
    @GetMapping("/{credentialId}")
    ResponseEntity<CredentialResponse> get(@PathVariable long credentialId, @AuthenticationPrincipal Caller caller) {
        return answer(users.find(credentialId, caller));
    }

    /** Shows a credential by user name. A customer sees only the own credential. */
    @GetMapping("/username/{username}")
    ResponseEntity<CredentialResponse> getByUsername(
            @PathVariable String username, @AuthenticationPrincipal Caller caller) {
        return answer(users.findByUsername(username, caller));
    }

    /**
     * Changes the password, the role or both. The id is in the path or in the body. A new password ends every sign-in
     * of the user.
     */
    @PutMapping({"", "/{credentialId}"})
    ResponseEntity<CredentialResponse> replace(
            @PathVariable(required = false) @Nullable Long credentialId,
            @Valid @RequestBody CredentialRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @AuthenticationPrincipal Caller caller) {
        var id = ReplacedId.of(credentialId, request.credentialId(), "credentialId");
        return answer(credentials.replace(id, request, ifMatch, caller));
    }

    private static ResponseEntity<CredentialResponse> answer(User user) {
        return ETag.ok(CredentialResponse.of(user), user.version());
    }
}
