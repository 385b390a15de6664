package ecommerce.system.flow;

import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.system.RunningShop;
import ecommerce.system.Shop;
import ecommerce.system.application.ServiceDefinition;
import ecommerce.system.stack.LocalStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests that services refuse internal requests of users that bypass the gateway. */
@ExtendWith(RunningShop.class)
class RoundTheGatewayIT {

    @Test
    void refusesInternalRequestsOfUsers(Shop shop, LocalStack stack) {
        var direct = new Shop.Client(
                stack.uri(ServiceDefinition.PRODUCT_SERVICE), shop.staff().token());

        assertThat(direct.get("/internal/products?ids=1").status()).isEqualTo(403);
    }
}
