package ecommerce.product.catalogueimport;

import ecommerce.defaults.idempotency.ValidIdempotencyKey;
import ecommerce.defaults.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "products")
class CatalogueImportController {

    private static final String DESCRIPTION = """
            The first line names the columns: sku, productTitle, categoryPath (titles separated by >), \
            priceUnit, quantity, quantityChange, imageUrl. Column names ignore case and whitespace. An unknown \
            column is refused.

            An existing product needs only sku: an absent column, an empty cell and a short row change nothing. \
            A new product also needs productTitle, categoryPath and priceUnit.

            quantityChange is a signed difference to the stock of an existing product. quantity is the opening \
            stock of a new product. For an existing product the import compares quantity with the sellable \
            pieces, and the report counts the lines that differ. With stock=replace, quantity replaces the \
            sellable pieces.

            Lines end with LF, CR or CRLF. Commas separate the columns. The charset is UTF-8 unless Content-Type \
            declares another one.

            With an Idempotency-Key, such as the number of the delivery note, the file is imported once: an \
            interrupted import continues where it stopped, and for 30 days a finished import is answered with \
            its report. Send a key with quantityChange, because each repetition without a key moves the stock \
            again.\
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
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ImportReport.class)))
    ResponseEntity<ImportReport> importCatalogue(
            InputStream csv,
            @Parameter(schema = @Schema(allowableValues = "replace")) @RequestParam(required = false) @Nullable
                    String stock,
            @RequestHeader(name = "Idempotency-Key", required = false) @ValidIdempotencyKey @Nullable
                    String idempotencyKey,
            @Parameter(hidden = true) @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType contentType,
            @AuthenticationPrincipal Caller caller)
            throws IOException {
        var request = new ImportRequest(
                contentType.getCharset(), StockMode.of(stock), caller.username(), caller.userId(), idempotencyKey);
        var result = catalogueImport.importFrom(csv, request);
        var answer = ResponseEntity.ok();
        if (result.replayed()) {
            answer.header("Idempotent-Replayed", "true");
        }
        return answer.body(result.report());
    }
}
