package ecommerce.proxyclient.desk.aftersale;

import ecommerce.defaults.problem.Problem;
import ecommerce.proxyclient.desk.change.TypedFields;
import ecommerce.proxyclient.orderclient.OrderClient.Item;
import ecommerce.proxyclient.orderclient.OrderClient.Pieces;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What staff have typed to cancel or return an order or some of its pieces. */
public record PiecesForm(TypedFields fields) {

    /** The field that says whether a change concerns the whole order, so that a form that lost fields changes nothing. */
    public static final String SCOPE = "scope";

    private static final String PIECES = "pieces-";
    private static final int INVALID = -1;

    /** Returns the name of the field for a product. */
    public static String field(Item item) {
        return PIECES + item.productId();
    }

    public String typed(Item item) {
        return fields.values().getOrDefault(field(item), "0");
    }

    /** Returns whether the form concerns the whole order, since it has no field for pieces. */
    boolean isWhole() {
        return fields.values().keySet().stream().noneMatch(name -> name.startsWith(PIECES));
    }

    /** Returns the value of the field {@link #SCOPE}. */
    public String scope() {
        return isWhole() ? "whole" : "pieces";
    }

    /** Returns whether the form says itself that it concerns the whole order, or names at least one piece. */
    boolean isComplete() {
        var chosen = chosen();
        return fields.value(SCOPE).equals(scope()) && (chosen == null || !chosen.isEmpty());
    }

    /** Returns whether the field has a number of pieces that the order still has. */
    boolean isValid(Item item) {
        var quantity = quantity(item);
        return quantity >= 0 && quantity <= item.remaining();
    }

    /** Returns the chosen pieces; null for the whole order. Throws 400 if a field isn't one of the page. */
    @Nullable
    List<Pieces> chosen() {
        return isWhole()
                ? null
                : fields.values().entrySet().stream()
                        .filter(field -> field.getKey().startsWith(PIECES))
                        .map(field -> pieces(field.getKey(), field.getValue()))
                        .filter(pieces -> pieces.orderedQuantity() != 0)
                        .toList();
    }

    private static Pieces pieces(String field, String typed) {
        var product = field.substring(PIECES.length());
        var quantity = number(typed);
        if (quantity == INVALID || !product.matches("[0-9]{1,18}")) {
            throw Problem.invalid(field, "must be a number of pieces");
        }
        return new Pieces(Long.parseLong(product), quantity);
    }

    /** Returns the pieces of a product in a valid form: all that are left if the form concerns the whole order. */
    int quantity(Item item) {
        if (isWhole()) {
            return item.remaining();
        }
        return number(typed(item));
    }

    private static int number(String typed) {
        var digits = typed.strip();
        if (digits.isEmpty()) {
            return 0;
        }
        return digits.matches("[0-9]{1,7}") ? Integer.parseInt(digits) : INVALID;
    }

    public String reason() {
        return fields.value("reason");
    }

    /** Returns {@code true} or {@code false}: whether the pieces go back on sale. */
    public String restock() {
        return Boolean.toString(restocks());
    }

    boolean restocks() {
        return !fields.value("restock").equals("false");
    }
}
