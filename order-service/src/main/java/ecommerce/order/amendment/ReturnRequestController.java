package ecommerce.order.amendment;

import ecommerce.defaults.security.Caller;
import ecommerce.defaults.security.RecentSignIn;
import ecommerce.defaults.security.SignedIn;
import ecommerce.defaults.web.PageResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Manages customers' return requests, and lists all amendments of an order. */
@RestController
@SignedIn
@RequestMapping("/api/orders")
@Tag(name = "orders")
class ReturnRequestController {

    private final ReturnRequests requests;
    private final RecentSignIn recentSignIn;

    ReturnRequestController(ReturnRequests requests, RecentSignIn recentSignIn) {
        this.requests = requests;
        this.recentSignIn = recentSignIn;
    }

    record ReturnRequest(
            @NotEmpty @Size(max = 100) List<@Valid @NotNull PiecesItem> items,
            @NotBlank @Size(max = 200) String reason) {}

    record RefuseRequest(@NotBlank @Size(max = 200) String reason) {}

    /** @param restock whether the pieces go back on sale */
    record ReceiveRequest(@NotNull Boolean restock) {}

    /** Requests the return of pieces of a delivered order. Staff accept or refuse the request. */
    @PostMapping("/{orderId}/return-requests")
    @ResponseStatus(HttpStatus.CREATED)
    AmendmentResponse request(
            @PathVariable long orderId,
            @Valid @RequestBody ReturnRequest request,
            @AuthenticationPrincipal Caller caller) {
        return requests.request(orderId, request.items(), request.reason(), caller);
    }

    /**
     * Lists the return requests of all orders, for staff. {@code amendmentStatus} selects those that await a decision,
     * for example.
     */
    @GetMapping("/return-requests")
    @PreAuthorize("hasRole('ADMIN')")
    PageResponse<AmendmentResponse> list(
            @RequestParam(required = false) @Nullable AmendmentStatus amendmentStatus,
            @ParameterObject Pageable pageable) {
        return requests.search(amendmentStatus, pageable);
    }

    /**
     * Lists the cancelled, returned and lost pieces of an order, with their refunds. Staff see those of every order.
     */
    @GetMapping("/{orderId}/amendments")
    PageResponse<AmendmentResponse> amendments(
            @PathVariable long orderId, @ParameterObject Pageable pageable, @AuthenticationPrincipal Caller caller) {
        return requests.findAll(orderId, pageable, caller);
    }

    /** Accepts a return request. The customer may now send the pieces. */
    @PostMapping("/{orderId}/return-requests/{amendmentId}/accept")
    @PreAuthorize("hasRole('ADMIN')")
    AmendmentResponse accept(
            @PathVariable long orderId, @PathVariable long amendmentId, @AuthenticationPrincipal Caller caller) {
        return requests.accept(orderId, amendmentId, caller);
    }

    /** Refuses a return request. The customer sees the reason. */
    @PostMapping("/{orderId}/return-requests/{amendmentId}/refuse")
    @PreAuthorize("hasRole('ADMIN')")
    AmendmentResponse refuse(
            @PathVariable long orderId,
            @PathVariable long amendmentId,
            @Valid @RequestBody RefuseRequest request,
            @AuthenticationPrincipal Caller caller) {
        return requests.refuse(orderId, amendmentId, request.reason(), caller);
    }

    /**
     * Records that the pieces of a return request have arrived. The customer is refunded, so it requires a recent
     * sign-in.
     */
    @PostMapping("/{orderId}/return-requests/{amendmentId}/receive")
    @PreAuthorize("hasRole('ADMIN')")
    AmendmentResponse receive(
            @PathVariable long orderId,
            @PathVariable long amendmentId,
            @Valid @RequestBody ReceiveRequest request,
            @AuthenticationPrincipal Caller caller) {
        recentSignIn.require(caller);
        return requests.receive(orderId, amendmentId, request.restock(), caller);
    }
}
