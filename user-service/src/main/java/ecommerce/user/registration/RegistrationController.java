package ecommerce.user.registration;

import ecommerce.defaults.web.ETag;
import ecommerce.user.user.UserResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "users")
class RegistrationController {

    private final Registration registration;

    RegistrationController(Registration registration) {
        this.registration = registration;
    }

    /** Creates an account. No token is needed. The account can be used at once. */
    @PostMapping("/api/users")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<UserResponse> register(@Valid @RequestBody RegistrationRequest request, HttpServletRequest http) {
        var user = registration.register(request, http.getRemoteAddr());
        return ResponseEntity.created(URI.create("/api/users/" + user.userId()))
                .eTag(ETag.of(user.version()))
                .body(UserResponse.of(user));
    }
}
