package ecommerce.order.order;

import ecommerce.defaults.security.Caller;
import ecommerce.defaults.security.SignedIn;
import ecommerce.defaults.web.ETag;
import ecommerce.defaults.web.PageResponse;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Pageable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Lists, shows and describes orders. The checkout creates them. */
@RestController
@SignedIn
@RequestMapping("/api/orders")
@Tag(name = "orders")
class OrderController {

    private final OrderService orders;
    private final OrderQueries queries;

    OrderController(OrderService orders, OrderQueries queries) {
        this.orders = orders;
        this.queries = queries;
    }

    /**
     * Lists and finds orders. A customer sees the own orders, staff see those of all customers. {@code
     * sort=orderDate,desc} shows the newest first. {@code email} and {@code recipient} are compared with the recipient
     * as it was when the order was placed.
     */
    @GetMapping
    PageResponse<OrderResponse> list(
            @Valid @ParameterObject OrderFilter filter,
            @ParameterObject Pageable pageable,
            @AuthenticationPrincipal Caller caller) {
        return orders.search(filter, pageable, caller);
    }

    /** Shows an order with its lines, its status and its history. Staff see every order. */
    @GetMapping("/{orderId}")
    ResponseEntity<OrderResponse> get(@PathVariable long orderId, @AuthenticationPrincipal Caller caller) {
        return answer(queries.find(orderId, caller));
    }

    /**
     * Changes the description of an order. The body is a JSON merge patch (RFC 7396): a null member is cleared, and an
     * absent member keeps its value.
     */
    @PatchMapping("/{orderId}")
    @Operation(
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(schema = @Schema(implementation = OrderService.ChangeOrderRequest.class))))
    ResponseEntity<OrderResponse> change(
            @PathVariable long orderId,
            @RequestBody ObjectNode patch,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @AuthenticationPrincipal Caller caller) {
        return answer(orders.change(orderId, patch, ifMatch, caller));
    }

    private static ResponseEntity<OrderResponse> answer(OrderResponse order) {
        return ETag.ok(order, order.version());
    }
}
