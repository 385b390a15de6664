package ecommerce.order.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.order.OrderServiceTest;
import ecommerce.order.fulfilment.Routes.Route;
import ecommerce.order.order.OrderStatus;
import ecommerce.order.step.Step;
import ecommerce.order.step.Undo;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class RoutesIT extends OrderServiceTest {

    @Autowired
    private Routes routes;

    @Test
    void buysInThisOrder() {
        assertThat(names(routes.buy))
                .containsExactly(
                        "RESERVE_STOCK",
                        "AUTHORISE_PAYMENT",
                        "CREATE_SHIPMENT",
                        "COMMIT_STOCK",
                        "CAPTURE_PAYMENT",
                        "RELEASE_SHIPMENT");
    }

    @Test
    void undoesThePaymentLast() {
        assertThat(List.of(routes.reject, routes.cancel))
                .allSatisfy(route -> assertThat(names(route))
                        .containsExactly("CANCEL_SHIPMENT", "RETURN_ALL_STOCK", "REVERSE_WHOLE_PAYMENT"));
        assertThat(names(routes.takeBack)).containsExactly("RETURN_ALL_STOCK", "REVERSE_WHOLE_PAYMENT");
    }

    @Test
    void givesUpOnlyStepsBeforeTheCapture() {
        assertThat(routes.buy.steps().stream()
                        .filter(step -> step.whenGivenUp() != Undo.NONE)
                        .map(Step::name))
                .containsExactly("RESERVE_STOCK", "AUTHORISE_PAYMENT", "CREATE_SHIPMENT", "COMMIT_STOCK");
        assertThat(List.of(routes.decline, routes.reject, routes.cancel, routes.takeBack))
                .flatExtracting(Route::steps)
                .allSatisfy(step -> assertThat(step.whenGivenUp()).isEqualTo(Undo.NONE));
    }

    @Test
    void givesNoTwoStepsTheSameName() {
        var steps = List.of(routes.buy, routes.decline, routes.reject).stream()
                .flatMap(route -> route.steps().stream())
                .toList();
        assertThat(steps).extracting(Step::name).doesNotHaveDuplicates();
    }

    /** The previous version reversed the payment first. Steps that it had completed are repeated without effect. */
    @Test
    void returnsTheStockOfAnOrderThatThePreviousVersionWasUndoing() {
        for (var before : List.of("REVERSE_PAYMENT", "RETURN_STOCK")) {
            var position = routes.find(OrderStatus.REJECTED, before).orElseThrow();
            assertThat(position.step().name()).isEqualTo("RETURN_ALL_STOCK");
            assertThat(position.route()).isEqualTo(routes.reject);
        }
    }

    private static List<String> names(Route route) {
        return route.steps().stream().map(Step::name).toList();
    }
}
