package ecommerce.order.aftersale;

import ecommerce.defaults.idempotency.ValidIdempotencyKey;
import ecommerce.defaults.problem.Problem;
import ecommerce.defaults.security.Caller;
import ecommerce.defaults.security.RecentSignIn;
import ecommerce.defaults.security.SignedIn;
import ecommerce.defaults.web.ETag;
import ecommerce.order.amendment.PiecesChange;
import ecommerce.order.order.OrderQueries;
import ecommerce.order.order.OrderResponse;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Cancels, returns, retries, refunds and closes orders. Calls are idempotent. A call responds with 200 if the change
 * completes within the configured wait (two seconds by default). Otherwise it responds with 202, and the change
 * continues in the background. With {@code If-Match}, it responds with 412 if the order has changed since it was read.
 */
@RestController
@SignedIn
@RequestMapping("/api/orders/{orderId}")
@Tag(name = "orders")
class AfterSaleController {

    private final AfterSale afterSale;
    private final HandClosing closing;
    private final OutcomeWait outcome;
    private final PiecesChange pieces;
    private final OrderQueries orders;
    private final RecentSignIn recentSignIn;

    AfterSaleController(
            AfterSale afterSale,
            HandClosing closing,
            PiecesChange pieces,
            OutcomeWait outcome,
            OrderQueries orders,
            RecentSignIn recentSignIn) {
        this.afterSale = afterSale;
        this.closing = closing;
        this.pieces = pieces;
        this.outcome = outcome;
        this.orders = orders;
        this.recentSignIn = recentSignIn;
    }

    /**
     * Cancels the order, or the pieces that the request names, which requires a recent sign-in of staff. Responds with
     * 409 if the pieces have left or the order can no longer be cancelled. A request that names pieces needs an
     * {@code Idempotency-Key}.
     */
    @PostMapping("/cancel")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "202", useReturnTypeSchema = true)
    ResponseEntity<OrderResponse> cancel(
            @PathVariable long orderId,
            @Valid @RequestBody(required = false) @Nullable ChangeRequest body,
            @RequestHeader(name = "Idempotency-Key", required = false) @ValidIdempotencyKey @Nullable
                    String idempotencyKey,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @AuthenticationPrincipal Caller caller) {
        if (caller.isAdmin()) {
            recentSignIn.require(caller);
        }
        var request = ChangeRequest.orEmpty(body).by(caller);
        if (request.namesPieces()) {
            var id = pieces.cancel(orderId, request.toPieces(idempotencyKey, "Cancelled"), ifMatch, caller);
            return answerPieces(orderId, id);
        }
        afterSale.cancel(orderId, request.reasonOr("Cancelled"), request.restocks(), ifMatch, caller);
        var state = outcome.await(orderId);
        var order = look(orderId);
        if (order.hasLeft() || (state.isDone() && order.isConfirmed())) {
            throw Problem.conflict("Order %d can't be cancelled because its goods have left".formatted(orderId));
        }
        return answer(state.isDone(), order);
    }

    /**
     * Returns a delivered order, or the pieces that the request names, once staff have received the goods. The customer
     * is refunded, so it requires a recent sign-in. A request that names pieces needs an {@code Idempotency-Key}.
     */
    @PostMapping("/return")
    @PreAuthorize("hasRole('ADMIN')")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "202", useReturnTypeSchema = true)
    ResponseEntity<OrderResponse> takeBack(
            @PathVariable long orderId,
            @Valid @RequestBody(required = false) @Nullable ChangeRequest body,
            @RequestHeader(name = "Idempotency-Key", required = false) @ValidIdempotencyKey @Nullable
                    String idempotencyKey,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @AuthenticationPrincipal Caller caller) {
        recentSignIn.require(caller);
        var request = ChangeRequest.orEmpty(body);
        if (request.namesPieces()) {
            var id = pieces.takeBack(orderId, request.toPieces(idempotencyKey, "Returned"), ifMatch, caller);
            return answerPieces(orderId, id);
        }
        afterSale.takeBack(orderId, request.reasonOr("Returned"), request.restocks(), ifMatch, caller);
        return answer(orderId);
    }

    /**
     * Retries the step of a flagged order immediately. Responds with 202 if the step takes longer than the request
     * waits.
     */
    @PostMapping("/retry")
    @PreAuthorize("hasRole('ADMIN')")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "202", useReturnTypeSchema = true)
    ResponseEntity<OrderResponse> retry(
            @PathVariable long orderId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @AuthenticationPrincipal Caller caller) {
        afterSale.retry(orderId, ifMatch, caller);
        return answer(orderId);
    }

    /**
     * Undoes a flagged order, which requires a recent sign-in. An authorised payment is voided, a captured one is
     * refunded.
     */
    @PostMapping("/refund")
    @PreAuthorize("hasRole('ADMIN')")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "202", useReturnTypeSchema = true)
    ResponseEntity<OrderResponse> refund(
            @PathVariable long orderId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @AuthenticationPrincipal Caller caller) {
        recentSignIn.require(caller);
        afterSale.refund(orderId, ifMatch, caller);
        return answer(orderId);
    }

    /**
     * Closes a flagged order whose money staff have settled outside the shop, which requires a recent sign-in. Voids
     * its payment unless it is captured. Responds with 409 if the order isn't confirmed and its payment turns out to be
     * captured, or if the outcome is {@code REFUNDED_OUTSIDE} and a refund is pending.
     */
    @PostMapping("/close")
    @PreAuthorize("hasRole('ADMIN')")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "202", useReturnTypeSchema = true)
    ResponseEntity<OrderResponse> close(
            @PathVariable long orderId,
            @Valid @RequestBody CloseRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @AuthenticationPrincipal Caller caller) {
        recentSignIn.require(caller);
        closing.close(orderId, request, ifMatch, caller);
        return answer(orderId);
    }

    private ResponseEntity<OrderResponse> answer(long orderId) {
        return answer(outcome.await(orderId).isDone(), look(orderId));
    }

    /**
     * Responds with 409 if the amendment was refused, for example because the pieces had left before it was started.
     */
    private ResponseEntity<OrderResponse> answerPieces(long orderId, long amendmentId) {
        var isDone = outcome.await(orderId).isDone();
        pieces.refusal(amendmentId).ifPresent(refusal -> {
            throw Problem.conflict(refusal);
        });
        return answer(isDone, look(orderId));
    }

    private static ResponseEntity<OrderResponse> answer(boolean isDone, OrderResponse order) {
        return ResponseEntity.status(isDone ? HttpStatus.OK : HttpStatus.ACCEPTED)
                .eTag(ETag.of(order.version()))
                .body(order);
    }

    private OrderResponse look(long orderId) {
        return orders.read(orderId);
    }
}
