package ecommerce.product.catalogueimport;

import ecommerce.defaults.idempotency.IdempotencyKeys;
import ecommerce.defaults.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Pattern;
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
            The first line names the columns: sku, productTitle, categoryPath (titles separated by >), priceUnit, quantity, \
            quantityChange, imageUrl. Case and blanks in a name don't count. An unknown column is refused.

            Only sku is required for a product that exists: a column that is absent, an empty cell and a short row change \
            nothing. A new product needs productTitle, categoryPath and priceUnit too.

            Stock of a product that exists changes by quantityChange, a signed difference. quantity is the opening stock of a \
            new product. For a product that exists it is compared with what can be sold, and the report counts the lines that \
            differ. With stock=replace it replaces what can be sold.

            Lines end with LF, CR or CRLF, columns are separated by commas. The charset is UTF-8, unless Content-Type declares \
            another one.

            With an Idempotency-Key, say the number of the delivery note, the file is imported once: an import that broke off \
            goes on where it stopped, and a finished one is answered with its report for 30 days. Send one with \
            quantityChange, which moves stock again at each repetition.\
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
            @RequestHeader(name = "Idempotency-Key", required = false)
                    @Pattern(regexp = IdempotencyKeys.FORM, message = IdempotencyKeys.FORM_MESSAGE)
                    @Nullable
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
