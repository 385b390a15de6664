package ecommerce.product.catalogueimport;

import ecommerce.defaults.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "products")
class CatalogueImportController {

    private static final String DESCRIPTION =
            """
            The first line names the columns: sku, productTitle, categoryPath (titles separated by >), priceUnit, quantity, \
            quantityChange, imageUrl. Case and blanks in a name don't count. An unknown column is refused.

            Only sku is required for a product that exists: a column that is absent, an empty cell and a short row change \
            nothing. A new product needs productTitle, categoryPath and priceUnit too.

            Stock of a product that exists changes by quantityChange, a signed difference. quantity is the opening stock of a \
            new product. For a product that exists it is compared with what can be sold, and the report counts the lines that \
            differ. With stock=replace it replaces what can be sold.

            Lines end with LF, CR or CRLF, columns are separated by commas. The charset is UTF-8, unless Content-Type declares \
            another one.\
            """;

    private final CatalogueImport catalogueImport;

    CatalogueImportController(CatalogueImport catalogueImport) {
        this.catalogueImport = catalogueImport;
    }

    @PostMapping(path = "/api/products/import", consumes = "text/csv")
    @PreAuthorize("hasRole('ADMIN')")
    @Operation(
            summary = "Create and update products by SKU from CSV",
            description = DESCRIPTION,
            requestBody = @RequestBody(content = @Content(mediaType = "text/csv", schema = @Schema(type = "string"))))
    ImportReport importCatalogue(
            InputStream csv,
            @Parameter(schema = @Schema(allowableValues = "replace")) @RequestParam(required = false) @Nullable String stock,
            @Parameter(hidden = true) @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType contentType,
            @AuthenticationPrincipal Caller caller)
            throws IOException {
        return catalogueImport.importFrom(csv, contentType.getCharset(), StockMode.of(stock), caller.username());
    }
}
