package ecommerce.user.registration;

import ecommerce.defaults.web.ETag;
import ecommerce.user.user.UserResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "users")
class RegistrationController {

    private final Registration registration;

    RegistrationController(Registration registration) {
        this.registration = registration;
    }

    @PostMapping("/api/users")
    ResponseEntity<UserResponse> register(@Valid @RequestBody RegistrationRequest request, HttpServletRequest http) {
        var user = registration.register(request, http.getRemoteAddr());
        return ResponseEntity.created(URI.create("/api/users/" + user.userId()))
                .eTag(ETag.of(user.version()))
                .body(UserResponse.of(user));
    }
}
