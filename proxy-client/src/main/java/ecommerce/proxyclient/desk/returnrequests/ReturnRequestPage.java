package ecommerce.proxyclient.desk.returnrequests;

import ecommerce.proxyclient.desk.aftersale.ReviewedOrder;
import ecommerce.proxyclient.orderclient.OrderClient.Item;
import ecommerce.proxyclient.orderclient.OrderHistoryClient.AmendedPieces;
import java.math.BigDecimal;
import java.util.List;

/** A return request with its order. */
public record ReturnRequestPage(ReviewedOrder reviewed, AmendedPieces request) {

    /** The pieces of a product that the customer wants to return. */
    public record Line(Item item, int quantity) {

        public BigDecimal price() {
            return item.priceUnit().multiply(BigDecimal.valueOf(quantity));
        }
    }

    public List<Line> lines() {
        return request.items().stream()
                .flatMap(pieces -> reviewed.order().items().stream()
                        .filter(item -> item.productId() == pieces.productId())
                        .map(item -> new Line(item, pieces.orderedQuantity())))
                .toList();
    }

    /** Returns what the customer gets back when the pieces have arrived. */
    public BigDecimal refund() {
        return reviewed.refund(price());
    }

    public BigDecimal price() {
        return lines().stream().map(Line::price).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public String path() {
        return path(request.orderId(), request.amendmentId());
    }

    static String path(long orderId, long amendmentId) {
        return "/app/desk/orders/%d/return-requests/%d".formatted(orderId, amendmentId);
    }
}
