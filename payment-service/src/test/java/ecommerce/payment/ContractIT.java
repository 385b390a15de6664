package ecommerce.payment;

import ecommerce.defaults.test.Contracts;
import ecommerce.defaults.test.ServiceTest;
import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Verifies the contracts of other services against the running service. */
@ServiceTest
class ContractIT {

    @Autowired
    RestTestClient client;

    static List<String> contracts() {
        return Contracts.names();
    }

    @BeforeEach
    void createTheDataThatTheContractsExpect() {
        var orderService = TestRequests.as(client, TestTokens.service("order-service"));
        orderService
                .put(
                        "/internal/payments/900003",
                        Map.of("userId", 7, "amount", "31.50", "paymentToken", "tok_approved"))
                .expectStatus()
                .isOk();
        orderService.put(
                "/internal/payments/900005", Map.of("userId", 7, "amount", "31.50", "paymentToken", "tok_approved"));
        orderService.post("/internal/payments/900005/capture", null);
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void answersAsTheContractSays(String contract) {
        Contracts.verify(contract, client, TestTokens.service("order-service"));
    }
}
