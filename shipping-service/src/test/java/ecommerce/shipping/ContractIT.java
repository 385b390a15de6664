package ecommerce.shipping;

import ecommerce.defaults.test.Contracts;
import ecommerce.defaults.test.ServiceTest;
import ecommerce.defaults.test.TestTokens;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What other services rely on, played against the real thing. */
@ServiceTest
class ContractIT {

    @Autowired
    RestTestClient client;

    @Autowired
    JdbcClient jdbc;

    static List<String> contracts() {
        return Contracts.names();
    }

    @BeforeEach
    void makeTheStateThatTheContractsSpeakOf() {
        jdbc.sql(
                        """
                        INSERT INTO shipment (order_id, user_id, status, created_at, version)
                        VALUES (900001, 7, 'PENDING', now(), 0) ON CONFLICT DO NOTHING
                        """)
                .update();
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void keeps(String contract) {
        Contracts.verify(contract, client, TestTokens.service("order-service"));
    }
}
