package ecommerce.product.catalogueexport;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "products")
class CatalogueExportController {

    private static final String EXAMPLE = """
            sku,productTitle,categoryPath,priceUnit,quantity,imageUrl
            TENT-2,Trail tent,Outdoor > Tents,249.90,12,https://images.example.com/tent-2.jpg
            """;

    private final CatalogueExport export;

    CatalogueExportController(CatalogueExport export) {
        this.export = export;
    }

    /**
     * Exports all products as CSV. The file has the columns sku, productTitle, categoryPath, priceUnit, quantity, imageUrl
     * and description, and can be imported as it is. An apostrophe stands before a text that a spreadsheet would run as a
     * formula; the import removes it. A {@code >} within the title of a category is doubled.
     *
     * <p>Hidden products are in a file of their own ({@code hidden=true}), because an import doesn't hide new
     * products. If the response is cut off, the file is incomplete.
     */
    @GetMapping(path = "/api/products/export", produces = "text/csv")
    @PreAuthorize("hasRole('ADMIN')")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "text/csv",
                            schema = @Schema(type = "string"),
                            examples = @ExampleObject(EXAMPLE)))
    void export(@RequestParam(defaultValue = "false") boolean hidden, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"catalogue.csv\"");
        export.writeTo(
                new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)), hidden);
    }
}
