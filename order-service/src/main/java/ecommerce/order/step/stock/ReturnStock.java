package ecommerce.order.step.stock;

import ecommerce.order.productclient.ProductClient;
import ecommerce.order.step.OrderWork;
import ecommerce.order.step.Step;
import ecommerce.order.step.StepOutcome;
import org.springframework.stereotype.Component;

/**
 * Releases stock that is reserved and returns stock that is sold. The stock comes before the payment, so that a refund
 * without an answer keeps no goods from sale.
 */
@Component
public class ReturnStock implements Step {

    private final ProductClient products;

    ReturnStock(ProductClient products) {
        this.products = products;
    }

    /** Differs from RETURN_STOCK, which the version before stores for orders whose payment is reversed already. */
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
