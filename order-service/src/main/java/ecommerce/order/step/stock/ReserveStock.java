package ecommerce.order.step.stock;

import ecommerce.order.line.OrderLine;
import ecommerce.order.productclient.ProductClient;
import ecommerce.order.productclient.ProductClient.Shortage;
import ecommerce.order.productclient.ProductClient.Shortages;
import ecommerce.order.step.OrderWork;
import ecommerce.order.step.Step;
import ecommerce.order.step.StepOutcome;
import ecommerce.order.step.Undo;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException.Conflict;

/**
 * Reserves stock for all lines of the order. A refused reservation is released too, because an earlier request without
 * an answer may still arrive.
 */
@Component
public class ReserveStock implements Step {

    private static final int MAX_REASON = 255;

    private final ProductClient products;

    ReserveStock(ProductClient products) {
        this.products = products;
    }

    @Override
    public String name() {
        return "RESERVE_STOCK";
    }

    @Override
    public StepOutcome perform(OrderWork work) {
        var items = work.lines().entrySet().stream()
                .map(line ->
                        new ProductClient.Item(line.getKey(), line.getValue().orderedQuantity()))
                .toList();
        try {
            products.reserve(work.orderId(), new ProductClient.Items(items));
            return new StepOutcome.Done();
        } catch (Conflict e) {
            return refusal(work, e);
        }
    }

    /**
     * Converts a conflict. If it names no shortage, the reservation has ended, for example because the order was
     * undone.
     */
    private static StepOutcome refusal(OrderWork work, Conflict conflict) {
        var body = conflict.getResponseBodyAs(Shortages.class);
        var shortages = body == null || body.shortages() == null ? List.<Shortage>of() : body.shortages();
        if (shortages.isEmpty()) {
            return new StepOutcome.Refused("The stock could not be reserved");
        }
        var titles = shortages.stream()
                .map(shortage -> work.lines().get(shortage.productId()))
                .filter(Objects::nonNull)
                .map(OrderLine::productTitle)
                .collect(Collectors.joining(", "));
        var reason = "Out of stock: " + titles;
        return new StepOutcome.Refused(
                reason.length() <= MAX_REASON ? reason : reason.substring(0, MAX_REASON - 1) + "…");
    }

    @Override
    public Undo whenRefused() {
        return Undo.STOCK;
    }

    @Override
    public Undo whenGivenUp() {
        return Undo.STOCK;
    }

    @Override
    public boolean keepsPaymentToken() {
        return true;
    }
}
