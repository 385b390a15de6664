package ecommerce.proxyclient.shop.orders;

import ecommerce.proxyclient.orderclient.OrderClient.Item;
import ecommerce.proxyclient.orderclient.OrderClient.Order;
import ecommerce.proxyclient.orderclient.OrderClient.Pieces;
import ecommerce.proxyclient.orderclient.OrderClient.ReturnRequest;
import java.util.List;
import java.util.Map;

/**
 * The pieces that a customer wants to return.
 *
 * @param pieces what was typed for each product of the order, by the name of its field
 */
public record ReturnForm(Map<String, String> pieces, String reason) {

    static final ReturnForm EMPTY = new ReturnForm(Map.of(), "");

    static final String REASON = "reason";

    /** order-service accepts no longer reason. */
    static final int LONGEST_REASON = 200;

    private static final int INVALID = -1;

    static ReturnForm of(Map<String, String> fields) {
        return new ReturnForm(fields, fields.getOrDefault(REASON, "").strip());
    }

    /** Returns the name of the field for a product. */
    public static String field(Item item) {
        return "pieces-" + item.productId();
    }

    public String typed(Item item) {
        return pieces.getOrDefault(field(item), "0");
    }

    /** Returns whether the field has a number of pieces that the customer still has. */
    boolean isValid(Item item) {
        var quantity = quantity(item);
        return quantity >= 0 && quantity <= item.remaining();
    }

    boolean isEmpty(Order order) {
        return order.items().stream().allMatch(item -> quantity(item) == 0);
    }

    /** Returns the request of a valid form. */
    ReturnRequest request(Order order) {
        List<Pieces> chosen = order.items().stream()
                .filter(item -> quantity(item) > 0)
                .map(item -> new Pieces(item.productId(), quantity(item)))
                .toList();
        return new ReturnRequest(chosen, reason);
    }

    private int quantity(Item item) {
        var typed = typed(item).strip();
        if (typed.isEmpty()) {
            return 0;
        }
        return typed.matches("[0-9]{1,7}") ? Integer.parseInt(typed) : INVALID;
    }
}
