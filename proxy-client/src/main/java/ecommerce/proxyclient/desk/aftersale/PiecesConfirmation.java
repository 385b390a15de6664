package ecommerce.proxyclient.desk.aftersale;

import ecommerce.proxyclient.orderclient.OrderClient.Item;
import java.math.BigDecimal;
import java.util.List;

/** The page that says what a change of pieces will do, and asks for confirmation. */
public record PiecesConfirmation(PiecesAction action, ReviewedOrder reviewed, PiecesForm form) {

    /** The pieces of a product that are changed. */
    public record Line(Item item, int quantity) {

        public BigDecimal price() {
            return item.priceUnit().multiply(BigDecimal.valueOf(quantity));
        }
    }

    public List<Line> lines() {
        return reviewed.order().items().stream()
                .map(item -> new Line(item, form.quantity(item)))
                .filter(line -> line.quantity() > 0)
                .toList();
    }

    public boolean isWhole() {
        return form.isWhole();
    }

    /** Returns whether the form names the pieces. */
    public boolean namesPieces() {
        return !isWhole() || action == PiecesAction.REQUEST_RETURN;
    }

    public String scope() {
        return namesPieces() ? "pieces" : form.scope();
    }

    /** Returns what the pieces cost. */
    public BigDecimal price() {
        return lines().stream().map(Line::price).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Returns what the customer gets back. */
    public BigDecimal refund() {
        return isWhole() ? reviewed.rest() : reviewed.refund(price());
    }
}
