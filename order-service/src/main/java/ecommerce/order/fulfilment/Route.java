package ecommerce.order.fulfilment;

import ecommerce.order.order.OrderStatus;
import ecommerce.order.step.OrderWork;
import ecommerce.order.step.Step;
import java.util.List;
import java.util.Optional;

/**
 * Steps in their order.
 *
 * @param goal the order's status at the route's end
 */
record Route(OrderStatus goal, List<Step> steps) {

    Route(OrderStatus goal, Step... steps) {
        this(goal, List.of(steps));
    }

    Optional<Step> find(String name) {
        return steps.stream().filter(step -> step.name().equals(name)).findFirst();
    }

    /** The next step that the order needs; empty at the end of the route. */
    Optional<Step> after(Step done, OrderWork work) {
        return steps.stream()
                .skip(steps.indexOf(done) + 1L)
                .filter(step -> step.isNeededFor(work))
                .findFirst();
    }

    /** The next step that asks no payment provider; empty at the end of the route. */
    Optional<Step> afterWithoutPayment(Step done) {
        return steps.stream()
                .skip(steps.indexOf(done) + 1L)
                .filter(step -> !step.isSlow())
                .findFirst();
    }
}
