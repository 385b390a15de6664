package ecommerce.order.order;

import ecommerce.defaults.security.Caller;
import ecommerce.defaults.web.ETag;
import ecommerce.defaults.web.PageResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
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

/** Following orders; they are made by checkout. */
@RestController
@RequestMapping("/api/orders")
@Tag(name = "orders")
class OrderController {

    private final OrderService orders;

    OrderController(OrderService orders) {
        this.orders = orders;
    }

    /** The one thing about an order that its owner may still change. */
    record ChangeOrderRequest(@Size(max = 255) @Nullable String orderDesc) {}

    @GetMapping
    PageResponse<OrderResponse> list(
            @ParameterObject OrderService.Filter filter,
            @ParameterObject Pageable pageable,
            @AuthenticationPrincipal Caller caller) {
        return orders.search(filter, pageable, caller);
    }

    @GetMapping("/{orderId}")
    ResponseEntity<OrderResponse> get(@PathVariable long orderId, @AuthenticationPrincipal Caller caller) {
        return answer(orders.find(orderId, caller));
    }

    @PatchMapping("/{orderId}")
    ResponseEntity<OrderResponse> change(
            @PathVariable long orderId,
            @Valid @RequestBody ChangeOrderRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @AuthenticationPrincipal Caller caller) {
        return answer(orders.describe(orderId, request.orderDesc(), ifMatch, caller));
    }

    private static ResponseEntity<OrderResponse> answer(OrderResponse order) {
        return ETag.ok(order, order.version());
    }
}
