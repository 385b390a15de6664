package ecommerce.order.step.stock;

import ecommerce.order.productclient.ProductClient;
import ecommerce.order.step.OrderWork;
import ecommerce.order.step.Step;
import ecommerce.order.step.StepOutcome;
import org.springframework.stereotype.Component;

/**
 * Releases reserved stock, and returns committed stock. This step comes before the payment is reversed, so that a
 * refund without an answer doesn't keep goods from sale.
 */
@Component
public class ReturnStock implements Step {

    private final ProductClient products;

    ReturnStock(ProductClient products) {
        this.products = products;
    }

    /**
     * Returns a name that differs from RETURN_STOCK, which the previous version stores for orders whose payment is
     * already reversed.
     */
    @Override
    public String name() {
        return "RETURN_ALL_STOCK";
    }

    @Override
    public StepOutcome perform(OrderWork work) {
        products.returnStock(work.orderId(), new ProductClient.Return(work.restock()));
        return new StepOutcome.Done();
    }
}
