package ecommerce.order.step.stock;

import ecommerce.order.productclient.ProductClient;
import ecommerce.order.step.OrderWork;
import ecommerce.order.step.Step;
import ecommerce.order.step.StepOutcome;
import org.springframework.stereotype.Component;

/** Returns committed pieces to the stock, on sale or not. */
@Component
public class ReturnPieces implements Step {

    private final ProductClient products;

    ReturnPieces(ProductClient products) {
        this.products = products;
    }

    @Override
    public String name() {
        return "RETURN_PIECES";
    }

    @Override
    public StepOutcome perform(OrderWork work) {
        var pieces = work.requiredPieces();
        var items = pieces.quantities().entrySet().stream()
                .map(piece -> new ProductClient.Item(piece.getKey(), piece.getValue()))
                .toList();
        products.returnPieces(
                work.orderId(), pieces.reference(), new ProductClient.PiecesReturn(items, pieces.restock()));
        return new StepOutcome.Done();
    }
}
