package ecommerce.product.stock.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.product.ProductServiceTest;
import ecommerce.product.TestCatalogue;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

@ProductServiceTest
class StockLedgerCheckIT {

    @Autowired
    RestTestClient client;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    StockLedgerCheck check;

    @Test
    void countsProductsWhoseStockIsWrong() {
        var product = new TestCatalogue(client).product(3);
        check.run();
        var before = mismatches();

        change(product, "on_hand = on_hand + 1");
        check.run();
        assertThat(mismatches()).isEqualTo(before + 1);

        change(product, "on_hand = on_hand - 1, reserved = reserved + 1");
        check.run();
        assertThat(mismatches()).isEqualTo(before + 1);

        change(product, "reserved = reserved - 1");
        check.run();
        assertThat(mismatches()).isEqualTo(before);
    }

    private void change(long product, String how) {
        jdbc.sql("UPDATE stock SET %s WHERE product_id = ?".formatted(how))
                .param(product)
                .update();
    }

    private int mismatches() {
        return jdbc.sql("SELECT mismatches FROM stock_ledger_check")
                .query(Integer.class)
                .single();
    }
}
