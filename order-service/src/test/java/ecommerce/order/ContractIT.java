package ecommerce.order;

import ecommerce.defaults.test.Contracts;
import ecommerce.defaults.test.TestTokens;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Verifies the contracts of other services against the running service. */
class ContractIT extends OrderServiceTest {

    static List<String> contracts() {
        return Contracts.names();
    }

    @BeforeEach
    void createTheDataThatTheContractsExpect() {
        jdbc.sql("""
                        INSERT INTO cart (cart_id, user_id, status, created_at, version)
                        VALUES (900001, 900001, 'ORDERED', now(), 0) ON CONFLICT DO NOTHING
                        """).update();
        jdbc.sql("""
                        INSERT INTO orders (order_id, user_id, cart_id, order_date, order_fee, status, full_address,
                                            postal_code, city, version)
                        VALUES (900001, 900001, 900001, now(), 10, 'CONFIRMED', 'Calle 10', '760044', 'Cali', 0)
                        ON CONFLICT DO NOTHING
                        """).update();
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void answersAsTheContractSays(String contract) {
        Contracts.verify(contract, client, TestTokens.service("shipping-service"));
    }
}
