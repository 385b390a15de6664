package ecommerce.user.passwordchange;

import ecommerce.defaults.security.Caller;
import ecommerce.defaults.security.SignedIn;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@SignedIn
@Tag(name = "users")
class PasswordChangeController {

    private final PasswordChange passwords;

    PasswordChangeController(PasswordChange passwords) {
        this.passwords = passwords;
    }

    /** Changes a user's password, and ends every sign-in of the user. A user sends the current password. */
    @PutMapping("/api/users/{userId}/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(
            @PathVariable long userId,
            @Valid @RequestBody ChangePasswordRequest request,
            @AuthenticationPrincipal Caller caller) {
        var password = new PasswordChange.NewValue("newPassword", request.newPassword());
        var change = passwords.prepare(userId, request.currentPassword(), password, caller);
        passwords.store(userId, change, caller);
    }
}
