package ecommerce.product.catalogueimport.job;

import ecommerce.product.ProductServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Sends files that become jobs. */
@ProductServiceTest
abstract class ImportJobTest {

    protected static final String HEADER = "sku,productTitle,categoryPath,priceUnit,quantity\n";

    @Autowired
    protected RestTestClient client;

    @Autowired
    protected JdbcClient jdbc;

    protected TestImportJobs imports;

    @BeforeEach
    void sendAsStaff() {
        imports = new TestImportJobs(client, jdbc);
    }
}
