package ecommerce.user.block;

import ecommerce.defaults.security.Caller;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@PreAuthorize("hasRole('ADMIN')")
@RequestMapping("/api/users/{userId}/block")
@Tag(name = "users")
class BlockController {

    private final Blocks blocks;

    BlockController(Blocks blocks) {
        this.blocks = blocks;
    }

    /** Shows why a user is blocked, for staff. Responds with 404 if the user isn't blocked. */
    @GetMapping
    BlockResponse get(@PathVariable long userId, @AuthenticationPrincipal Caller caller) {
        return blocks.find(userId, caller);
    }

    /**
     * Blocks a user, and ends all sign-ins of the user. If the user is blocked already, the reason is replaced. A block
     * requires a recent sign-in. Nobody can block the own account or the last member of staff who isn't blocked (409).
     */
    @PutMapping
    BlockResponse block(
            @PathVariable long userId,
            @Valid @RequestBody BlockRequest request,
            @AuthenticationPrincipal Caller caller) {
        return blocks.block(userId, request.reason(), caller);
    }

    /** Unblocks a user, who can then sign in again. This requires a recent sign-in. */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unblock(@PathVariable long userId, @AuthenticationPrincipal Caller caller) {
        blocks.unblock(userId, caller);
    }
}
