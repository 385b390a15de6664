package ecommerce.product;

import ecommerce.defaults.test.Contracts;
import ecommerce.defaults.test.TestTokens;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Verifies the contracts of other services against the running service. */
@ProductServiceTest
class ContractIT {

    @Autowired
    RestTestClient client;

    @Autowired
    JdbcClient jdbc;

    static List<String> contracts() {
        return Contracts.names();
    }

    @BeforeEach
    void createTheStateOfTheContracts() {
        jdbc.sql("""
                        INSERT INTO category (category_id, category_title) VALUES (900001, 'Contract') ON CONFLICT DO NOTHING
                        """).update();
        jdbc.sql("""
                        INSERT INTO product (product_id, product_title, sku, price_unit, category_id, image_url) VALUES
                            (900001, 'Lamp', 'SKU-900001', 10.50, 900001, '/app/images/categories/lighting.svg'),
                            (900002, 'Desk', 'SKU-900002', 99.50, 900001, '/app/images/categories/lighting.svg'),
                            (900003, 'Chair', 'SKU-900003', 5.00, 900001, NULL)
                        ON CONFLICT DO NOTHING
                        """).update();
        jdbc.sql("""
                        INSERT INTO stock (product_id, on_hand, reserved)
                        VALUES (900001, 5, 2), (900002, 3, 0), (900003, 1, 0) ON CONFLICT DO NOTHING
                        """).update();
        jdbc.sql("""
                        INSERT INTO reservation (order_id, status, expires_at)
                        VALUES (900003, 'RESERVED', now() + interval '1 day') ON CONFLICT DO NOTHING
                        """).update();
        jdbc.sql("INSERT INTO reservation_line VALUES (900003, 900001, 2) ON CONFLICT DO NOTHING")
                .update();
        jdbc.sql("""
                        INSERT INTO reservation (order_id, status, expires_at)
                        VALUES (900006, 'COMMITTED', now()) ON CONFLICT DO NOTHING
                        """).update();
        jdbc.sql("INSERT INTO reservation_line VALUES (900006, 900001, 2) ON CONFLICT DO NOTHING")
                .update();
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void keeps(String contract) {
        Contracts.verify(contract, client, TestTokens.service("order-service"));
    }
}
