package ecommerce.product.catalogueimport.batch;

import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.defaults.test.database.WholeTableReads;
import ecommerce.product.ProductServiceTest;
import ecommerce.product.catalogueimport.file.ImportLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@ProductServiceTest
@Transactional
class ImportQueryPlanIT {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ImportBatch batch;

    @Test
    void storesABatchWithoutReadingAWholeTable() {
        var reads = WholeTableReads.fill(
                jdbc,
                List.of(
                        """
                        INSERT INTO category (category_id, category_title)
                        SELECT 910000 + i, 'Plan ' || i FROM generate_series(1, 5000) i
                        """,
                        """
                        INSERT INTO product (product_id, product_title, sku, price_unit, category_id)
                        SELECT 910000 + i, 'Plan', 'PLAN-' || i, 1, 910000 + i FROM generate_series(1, 5000) i
                        """,
                        "INSERT INTO stock (product_id, on_hand) SELECT 910000 + i, 0 FROM generate_series(1, 5000) i"));
        var lines = new ArrayList<ImportLine>();
        for (var i = 1; i <= 20; i++) {
            var price = new BigDecimal("2.00");
            var sku = "plan-" + i * 500;
            lines.add(new ImportLine(i, sku, "Planned", List.of("Plan 1"), price, 1, i % 2, "/p.svg", "Planned"));
        }
        var request = new ImportRequest(null, StockMode.BY_DIFFERENCE, "admin", 1, null, null);

        reads.requireNone("an import", () -> {
            var report = batch.store(lines, request, () -> {}, UnaryOperator.identity())
                    .report();
            assertThat(report.updated()).isEqualTo(10);
            assertThat(report.created() + report.refused()).isEqualTo(10);
        });
    }
}
