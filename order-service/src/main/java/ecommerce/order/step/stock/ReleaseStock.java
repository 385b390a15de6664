package ecommerce.order.step.stock;

import ecommerce.order.productclient.ProductClient;
import ecommerce.order.step.OrderWork;
import ecommerce.order.step.Step;
import ecommerce.order.step.StepOutcome;
import org.springframework.stereotype.Component;

/** Releases the reserved stock of an order that never had a payment or a shipment. */
@Component
public class ReleaseStock implements Step {

    private final ProductClient products;

    ReleaseStock(ProductClient products) {
        this.products = products;
    }

    @Override
    public String name() {
        return "RELEASE_STOCK";
    }

    @Override
    public StepOutcome perform(OrderWork work) {
        products.returnStock(work.orderId(), new ProductClient.Return(true));
        return new StepOutcome.Done();
    }
}
