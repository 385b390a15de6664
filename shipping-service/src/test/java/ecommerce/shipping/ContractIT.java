package ecommerce.shipping;

import ecommerce.defaults.test.Contracts;
import ecommerce.defaults.test.TestTokens;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Verifies the contracts of other services against the running service. */
class ContractIT extends ShippingServiceTest {

    static List<String> contracts() {
        return Contracts.names();
    }

    @BeforeEach
    void createTheStateOfTheContracts() {
        var item = Map.of("productId", 900001, "orderedQuantity", 2);
        var address = Map.of("fullAddress", "Calle 10", "postalCode", "760044", "city", "Cali");
        orderService
                .put("/internal/shippings/900001", Map.of("userId", 7, "address", address, "items", List.of(item)))
                .expectStatus()
                .isOk();
        orderService
                .put("/internal/shippings/900007", Map.of("userId", 7, "address", address, "items", List.of(item)))
                .expectStatus()
                .isOk();
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void keeps(String contract) {
        Contracts.verify(contract, client, TestTokens.service("order-service"));
    }
}
