package ecommerce.order.aftersale;

import ecommerce.defaults.problem.Problem;
import ecommerce.defaults.security.Caller;
import ecommerce.order.order.OrderRepository;
import ecommerce.order.order.OrderResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Cancels and returns orders. Each call may be repeated. The answer is 200 once the change is carried out, and 202 if that
 * takes longer than two seconds; the change then goes on by itself.
 */
@RestController
@RequestMapping("/api/orders/{orderId}")
@Tag(name = "orders")
class AfterSaleController {

    private final AfterSale afterSale;
    private final OutcomeWait outcome;
    private final OrderRepository orders;

    AfterSaleController(AfterSale afterSale, OutcomeWait outcome, OrderRepository orders) {
        this.afterSale = afterSale;
        this.outcome = outcome;
        this.orders = orders;
    }

    /**
     * Why an order is cancelled or returned.
     *
     * @param restock whether the pieces go back on sale; true unless it is false
     */
    record ChangeRequest(
            @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank") @Size(max = 200) @Nullable String reason,
            @Nullable Boolean restock) {

        static final ChangeRequest EMPTY = new ChangeRequest(null, null);

        String reasonOr(String otherwise) {
            return reason == null ? otherwise : reason;
        }

        boolean restocks() {
            return !Boolean.FALSE.equals(restock);
        }
    }

    /** Answers 409 once something has left, or if the order can't be cancelled any more. */
    @PostMapping("/cancel")
    ResponseEntity<OrderResponse> cancel(
            @PathVariable long orderId,
            @Valid @RequestBody(required = false) @Nullable ChangeRequest body,
            @AuthenticationPrincipal Caller caller) {
        var request = body == null ? ChangeRequest.EMPTY : body;
        var restock = !caller.isAdmin() || request.restocks();
        afterSale.cancel(orderId, request.reasonOr("Cancelled"), restock, caller);
        var state = outcome.await(orderId);
        var order = look(orderId);
        if (order.hasLeft() || (state.isDone() && order.isConfirmed())) {
            throw Problem.conflict("The goods of order %d have left already".formatted(orderId));
        }
        return answer(state.isDone(), order);
    }

    /** For staff who have received the goods of a delivered order. The customer is refunded. */
    @PostMapping("/return")
    @PreAuthorize("hasRole('ADMIN')")
    ResponseEntity<OrderResponse> takeBack(
            @PathVariable long orderId,
            @Valid @RequestBody(required = false) @Nullable ChangeRequest body,
            @AuthenticationPrincipal Caller caller) {
        var request = body == null ? ChangeRequest.EMPTY : body;
        afterSale.takeBack(orderId, request.reasonOr("Returned"), request.restocks(), caller);
        return answer(orderId);
    }

    /** Repeats the step of a flagged order at once. */
    @PostMapping("/retry")
    @PreAuthorize("hasRole('ADMIN')")
    ResponseEntity<OrderResponse> retry(@PathVariable long orderId, @AuthenticationPrincipal Caller caller) {
        afterSale.retry(orderId, caller);
        return answer(orderId);
    }

    /** Undoes a flagged order: the customer gets back whatever was captured or authorised. */
    @PostMapping("/refund")
    @PreAuthorize("hasRole('ADMIN')")
    ResponseEntity<OrderResponse> refund(@PathVariable long orderId, @AuthenticationPrincipal Caller caller) {
        afterSale.refund(orderId, caller);
        return answer(orderId);
    }

    /** Closes a flagged order whose money staff have settled outside of the shop. */
    @PostMapping("/close")
    @PreAuthorize("hasRole('ADMIN')")
    ResponseEntity<OrderResponse> close(
            @PathVariable long orderId,
            @Valid @RequestBody CloseRequest request,
            @AuthenticationPrincipal Caller caller) {
        afterSale.close(orderId, request, caller);
        return answer(orderId);
    }

    private ResponseEntity<OrderResponse> answer(long orderId) {
        return answer(outcome.await(orderId).isDone(), look(orderId));
    }

    private static ResponseEntity<OrderResponse> answer(boolean isDone, OrderResponse order) {
        return ResponseEntity.status(isDone ? HttpStatus.OK : HttpStatus.ACCEPTED).body(order);
    }

    private OrderResponse look(long orderId) {
        return OrderResponse.of(orders.findWhole(orderId).orElseThrow());
    }
}
