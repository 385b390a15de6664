package ecommerce.order.note;

import ecommerce.defaults.idempotency.IdempotentRequests;
import ecommerce.defaults.idempotency.IdempotentRequests.Created;
import ecommerce.defaults.idempotency.ValidIdempotencyKey;
import ecommerce.defaults.security.Caller;
import ecommerce.defaults.web.PageResponse;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Pageable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@PreAuthorize("hasRole('ADMIN')")
@RequestMapping("/api/orders/{orderId}/notes")
@Tag(name = "orders")
class OrderNoteController {

    private final OrderNotes notes;
    private final IdempotentRequests keys;

    OrderNoteController(OrderNotes notes, IdempotentRequests keys) {
        this.notes = notes;
        this.keys = keys;
    }

    record NoteRequest(@NotBlank @Size(max = 2000) String text) {}

    /**
     * Adds a note to an order, for staff. Customers don't see notes, and nobody can change or delete one. With an
     * {@code Idempotency-Key}, a repeated request gets the first response and adds no other note.
     */
    @PostMapping
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    ResponseEntity<OrderNoteResponse> add(
            @PathVariable long orderId,
            @Valid @RequestBody NoteRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @ValidIdempotencyKey @Nullable
                    String idempotencyKey,
            @AuthenticationPrincipal Caller caller) {
        var path = "/api/orders/%d/notes".formatted(orderId);
        var value = idempotencyKey == null ? UUID.randomUUID().toString() : idempotencyKey;
        return keys.once(
                        keys.key(caller.userId(), value, path, request),
                        OrderNoteResponse.class,
                        () -> new Created<>(path, notes.add(orderId, request.text(), caller)))
                .toResponse();
    }

    /** Lists the notes of an order, for staff. The oldest come first, unless {@code sort} says otherwise. */
    @GetMapping
    PageResponse<OrderNoteResponse> list(@PathVariable long orderId, @ParameterObject Pageable pageable) {
        return notes.findAll(orderId, pageable);
    }
}
