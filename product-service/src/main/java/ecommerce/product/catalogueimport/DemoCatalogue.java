package ecommerce.product.catalogueimport;

import ecommerce.product.catalogueimport.batch.CatalogueImport;
import ecommerce.product.catalogueimport.batch.ImportRequest;
import ecommerce.product.catalogueimport.batch.StockMode;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Imports the demo catalogue into an empty database on a developer's machine. */
@Component
@Profile({"local", "demo"})
class DemoCatalogue implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(DemoCatalogue.class);

    private final CatalogueImport catalogueImport;
    private final JdbcClient jdbc;

    DemoCatalogue(CatalogueImport catalogueImport, JdbcClient jdbc) {
        this.catalogueImport = catalogueImport;
        this.jdbc = jdbc;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        var empty = jdbc.sql("SELECT NOT EXISTS (SELECT FROM product)")
                .query(Boolean.class)
                .single();
        if (empty) {
            try (var csv = new ClassPathResource("demo/catalogue.csv").getInputStream()) {
                var request = new ImportRequest(null, StockMode.BY_DIFFERENCE, "demo", 0, null, null);
                log.info(
                        "Imported the demo catalogue: {}",
                        catalogueImport.importFrom(csv, request).report());
            }
        }
    }
}
