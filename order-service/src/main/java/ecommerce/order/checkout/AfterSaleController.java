package ecommerce.order.checkout;

import ecommerce.defaults.problem.Problem;
import ecommerce.defaults.security.Caller;
import ecommerce.order.order.OrderRepository;
import ecommerce.order.order.OrderResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
 * Orders after their checkout. Each call may be repeated. What is decided is carried out at once where all services
 * answer, and by itself later where one doesn't: 202 then.
 */
@RestController
@RequestMapping("/api/orders/{orderId}")
@Tag(name = "orders")
class AfterSaleController {

    private static final Logger log = LoggerFactory.getLogger(AfterSaleController.class);

    private final AfterSale afterSale;
    private final CheckoutSaga saga;
    private final CheckoutRepository checkouts;
    private final OrderRepository orders;

    AfterSaleController(
            AfterSale afterSale, CheckoutSaga saga, CheckoutRepository checkouts, OrderRepository orders) {
        this.afterSale = afterSale;
        this.saga = saga;
        this.checkouts = checkouts;
        this.orders = orders;
    }

    record WhyRequest(
            @Pattern(regexp = ".*\\S.*", message = "must not be blank") @Size(max = 200) @Nullable String reason) {}

    private record State(OrderResponse order, boolean isDone) {

        /** Whether the goods have left: shipping-service refused the cancel, or its event arrived before the refusal. */
        boolean hasLeft() {
            return switch (order.orderStatus()) {
                case SHIPPED, DELIVERED -> true;
                case CONFIRMED -> isDone;
                default -> false;
            };
        }

        /** 200 where nothing is left to do, else 202. */
        ResponseEntity<OrderResponse> toResponse() {
            return ResponseEntity.status(isDone ? HttpStatus.OK : HttpStatus.ACCEPTED).body(order);
        }
    }

    /** 409 once something has left, or where the order isn't one to be cancelled. */
    @PostMapping("/cancel")
    ResponseEntity<OrderResponse> cancel(
            @PathVariable long orderId,
            @Valid @RequestBody(required = false) @Nullable WhyRequest request,
            @AuthenticationPrincipal Caller caller) {
        runNow(orderId, afterSale.cancel(orderId, reason(request, "Cancelled"), caller));
        var state = look(orderId);
        if (state.hasLeft()) {
            throw Problem.conflict("The goods of order %d have left already".formatted(orderId));
        }
        return state.toResponse();
    }

    /** By staff who have received the goods of a delivered order: the customer is refunded, the stock goes back. */
    @PostMapping("/return")
    @PreAuthorize("hasRole('ADMIN')")
    ResponseEntity<OrderResponse> takeBack(
            @PathVariable long orderId,
            @Valid @RequestBody(required = false) @Nullable WhyRequest request,
            @AuthenticationPrincipal Caller caller) {
        return run(orderId, afterSale.takeBack(orderId, reason(request, "Returned"), caller));
    }

    /** Of an order that needs attention: the step that got no answer is tried again. */
    @PostMapping("/retry")
    @PreAuthorize("hasRole('ADMIN')")
    ResponseEntity<OrderResponse> retry(@PathVariable long orderId, @AuthenticationPrincipal Caller caller) {
        return run(orderId, afterSale.retry(orderId, caller));
    }

    /** Of an order that needs attention: the customer gets back whatever was taken or set aside. */
    @PostMapping("/refund")
    @PreAuthorize("hasRole('ADMIN')")
    ResponseEntity<OrderResponse> refund(@PathVariable long orderId, @AuthenticationPrincipal Caller caller) {
        return run(orderId, afterSale.refund(orderId, caller));
    }

    private ResponseEntity<OrderResponse> run(long orderId, Optional<Integer> round) {
        runNow(orderId, round);
        return look(orderId).toResponse();
    }

    private void runNow(long orderId, Optional<Integer> round) {
        try {
            round.ifPresent(number -> saga.run(orderId, number));
        } catch (RuntimeException noAnswer) {
            log.warn("Order {} goes on by itself, for now a service doesn't answer: {}", orderId, noAnswer.toString());
        }
    }

    /** The order after the steps: it may have come farther than they had, never less far. */
    private State look(long orderId) {
        var done = checkouts.findById(orderId).orElseThrow().position() == CheckoutPosition.DONE;
        return new State(OrderResponse.of(orders.findWhole(orderId).orElseThrow()), done);
    }

    private static String reason(@Nullable WhyRequest request, String otherwise) {
        return request == null || request.reason() == null ? otherwise : request.reason();
    }
}
