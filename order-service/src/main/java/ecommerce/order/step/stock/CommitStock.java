package ecommerce.order.step.stock;

import ecommerce.order.productclient.ProductClient;
import ecommerce.order.step.OrderWork;
import ecommerce.order.step.Step;
import ecommerce.order.step.StepOutcome;
import ecommerce.order.step.Undo;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException.Conflict;

/** Commits the reserved stock as sold. */
@Component
public class CommitStock implements Step {

    private final ProductClient products;

    CommitStock(ProductClient products) {
        this.products = products;
    }

    @Override
    public String name() {
        return "COMMIT_STOCK";
    }

    @Override
    public StepOutcome perform(OrderWork work) {
        try {
            products.commit(work.orderId());
            return new StepOutcome.Done();
        } catch (Conflict e) {
            return new StepOutcome.Refused("The reservation of the stock has expired");
        }
    }

    @Override
    public Undo whenRefused() {
        return Undo.ALL;
    }

    @Override
    public Undo whenGivenUp() {
        return Undo.ALL;
    }
}
