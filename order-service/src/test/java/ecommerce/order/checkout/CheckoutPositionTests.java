package ecommerce.order.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CheckoutPositionTests {

    @Test
    void goesForwardThroughEveryStepInOrder() {
        assertThat(pathFrom(CheckoutPosition.RESERVE_STOCK))
                .containsExactly(
                        CheckoutPosition.RESERVE_STOCK,
                        CheckoutPosition.AUTHORISE_PAYMENT,
                        CheckoutPosition.CREATE_SHIPMENT,
                        CheckoutPosition.COMMIT_STOCK,
                        CheckoutPosition.CAPTURE_PAYMENT,
                        CheckoutPosition.RELEASE_SHIPMENT,
                        CheckoutPosition.DONE);
    }

    @Test
    void undoesInReverse() {
        assertThat(pathFrom(Objects.requireNonNull(CheckoutPosition.COMMIT_STOCK.afterRefusal())))
                .containsExactly(
                        CheckoutPosition.CANCEL_SHIPMENT,
                        CheckoutPosition.REVERSE_PAYMENT,
                        CheckoutPosition.RETURN_STOCK,
                        CheckoutPosition.DONE);
    }

    @ParameterizedTest
    @EnumSource(names = {"RESERVE_STOCK", "AUTHORISE_PAYMENT", "CREATE_SHIPMENT", "COMMIT_STOCK"})
    void undoesAStepThatMayHaveBeenDoneWhenItGivesUp(CheckoutPosition position) {
        var undone = pathFrom(Objects.requireNonNull(position.afterGivingUp()));

        assertThat(undone).endsWith(CheckoutPosition.RETURN_STOCK, CheckoutPosition.DONE);
        assertThat(undone).hasSize(Math.min(position.ordinal() + 2, 4));
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"RESERVE_STOCK", "AUTHORISE_PAYMENT", "CREATE_SHIPMENT", "COMMIT_STOCK"})
    void givesUpNothingOnceItTakesMoney(CheckoutPosition position) {
        assertThat(position.afterGivingUp()).isNull();
    }

    private static List<CheckoutPosition> pathFrom(CheckoutPosition start) {
        var path = new ArrayList<CheckoutPosition>();
        for (var position = start; path.isEmpty() || path.getLast() != CheckoutPosition.DONE;
                position = position.afterSuccess()) {
            path.add(position);
        }
        return path;
    }
}
