package ecommerce.order.note;

import ecommerce.defaults.security.Caller;
import ecommerce.defaults.web.PageResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Pageable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@PreAuthorize("hasRole('ADMIN')")
@RequestMapping("/api/orders/{orderId}/notes")
@Tag(name = "orders")
class OrderNoteController {

    private final OrderNotes notes;

    OrderNoteController(OrderNotes notes) {
        this.notes = notes;
    }

    record NoteRequest(@NotBlank @Size(max = 2000) String text) {}

    /** Adds a note to an order, for staff. Customers don't see notes, and nobody can change or delete one. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    OrderNoteResponse add(
            @PathVariable long orderId,
            @Valid @RequestBody NoteRequest request,
            @AuthenticationPrincipal Caller caller) {
        return notes.add(orderId, request.text(), caller);
    }

    /** Lists the notes of an order, for staff. The oldest come first, unless {@code sort} says otherwise. */
    @GetMapping
    PageResponse<OrderNoteResponse> list(@PathVariable long orderId, @ParameterObject Pageable pageable) {
        return notes.findAll(orderId, pageable);
    }
}
