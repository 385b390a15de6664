package ecommerce.product.catalogueimport;

import ecommerce.defaults.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "products")
class CatalogueImportController {

    private final CatalogueImport catalogueImport;

    CatalogueImportController(CatalogueImport catalogueImport) {
        this.catalogueImport = catalogueImport;
    }

    @PostMapping(path = "/api/products/import", consumes = "text/csv")
    @PreAuthorize("hasRole('ADMIN')")
    @Operation(
            summary = "Create and update products by SKU from CSV",
            requestBody = @RequestBody(content = @Content(mediaType = "text/csv", schema = @Schema(type = "string"))))
    ImportReport importCatalogue(InputStream csv, @AuthenticationPrincipal Caller caller) throws IOException {
        return catalogueImport.importFrom(csv, caller.username());
    }
}
