package ecommerce.product.catalogueimport;

import ecommerce.defaults.idempotency.ValidIdempotencyKey;
import ecommerce.defaults.security.Caller;
import ecommerce.product.catalogueimport.batch.CatalogueImport;
import ecommerce.product.catalogueimport.batch.ImportReport;
import ecommerce.product.catalogueimport.batch.ImportRequest;
import ecommerce.product.catalogueimport.batch.StockMode;
import ecommerce.product.catalogueimport.job.ImportIntake;
import ecommerce.product.catalogueimport.job.ImportJob;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.ResponseEntity.BodyBuilder;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "products")
class CatalogueImportController {

    private static final String EXAMPLE = """
            sku,productTitle,categoryPath,priceUnit,quantityChange
            TENT-2,Trail tent,Outdoor > Tents,249.90,12
            """;

    private static final String JOB = "respond-async";

    private final CatalogueImport catalogueImport;
    private final ImportIntake jobs;
    private final DataSize largest;

    /** @param largest the largest file that is imported within the request */
    CatalogueImportController(
            CatalogueImport catalogueImport,
            ImportIntake jobs,
            @Value("${shop.catalogue-import.largest-within-request}") DataSize largest) {
        this.catalogueImport = catalogueImport;
        this.jobs = jobs;
        this.largest = largest;
    }

    /**
     * Creates and updates products by SKU from CSV. The first line names the columns: sku, productTitle, categoryPath
     * (titles separated by {@code >}), priceUnit, quantity, quantityChange, imageUrl, description (Markdown). Column
     * names ignore case and whitespace. An unknown column is refused.
     *
     * <p>An existing product needs only sku: an absent column, an empty cell and a short row change nothing. A new
     * product also needs productTitle, categoryPath and priceUnit.
     *
     * <p>quantityChange is a signed difference to the stock of an existing product. quantity is the opening stock of a
     * new product. For an existing product the import compares quantity with the sellable pieces, and the report
     * counts the lines that differ. With {@code stock=replace}, quantity replaces the sellable pieces.
     *
     * <p>Lines end with LF, CR or CRLF. Commas separate the columns. The charset is UTF-8 unless {@code Content-Type}
     * declares another one.
     *
     * <p>With an {@code Idempotency-Key}, such as the number of the delivery note, the file is imported once: an
     * interrupted import continues where it stopped, and for 30 days a finished import is answered with its report.
     * Send a key with quantityChange, because each repetition without a key moves the stock again.
     *
     * <p>A file of more than 5 MB, and any file with {@code Prefer: respond-async}, is stored and then imported by a
     * job. The answer is 202, and {@code Location} names the job. The same request with the same {@code
     * Idempotency-Key} is answered with the same job.
     */
    @PostMapping(path = "/api/products/import", consumes = "text/csv")
    @PreAuthorize("hasRole('ADMIN')")
    @Operation(
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(
                                            mediaType = "text/csv",
                                            schema = @Schema(type = "string"),
                                            examples = @ExampleObject(EXAMPLE))))
    @ApiResponse(
            responseCode = "200",
            description = "The file is imported.",
            content = @Content(schema = @Schema(implementation = ImportReport.class)))
    @ApiResponse(
            responseCode = "202",
            description = "A job imports the file.",
            content = @Content(schema = @Schema(implementation = ImportJob.class)))
    ResponseEntity<?> importCatalogue(
            InputStream csv,
            @Parameter(schema = @Schema(allowableValues = "replace")) @RequestParam(required = false) @Nullable
                    String stock,
            @RequestHeader(name = "Idempotency-Key", required = false) @ValidIdempotencyKey @Nullable
                    String idempotencyKey,
            @Parameter(schema = @Schema(allowableValues = JOB))
                    @RequestHeader(name = "Prefer", required = false)
                    @Nullable
                    String prefer,
            @Parameter(hidden = true) @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType contentType,
            HttpServletRequest http,
            @AuthenticationPrincipal Caller caller)
            throws IOException {
        var request = new ImportRequest(
                contentType.getCharset(),
                StockMode.of(stock),
                caller.username(),
                caller.userId(),
                http.getRemoteAddr(),
                idempotencyKey);
        var body = ImportBody.of(csv, http.getContentLengthLong(), largest);
        var prefersJob = prefersJob(prefer);
        return body.isLarge() || prefersJob || jobs.hasJob(request)
                ? accept(body.file(), request, prefersJob)
                : importNow(body.file(), request);
    }

    /** Reads the header {@code Prefer} (RFC 7240). */
    private static boolean prefersJob(@Nullable String prefer) {
        return prefer != null
                && Arrays.stream(prefer.split(","))
                        .anyMatch(one -> one.split(";", 2)[0].strip().equalsIgnoreCase(JOB));
    }

    private ResponseEntity<ImportReport> importNow(InputStream file, ImportRequest request) throws IOException {
        var result = catalogueImport.importFrom(file, request);
        return withReplayed(ResponseEntity.ok(), result.replayed()).body(result.report());
    }

    private ResponseEntity<ImportJob> accept(InputStream file, ImportRequest request, boolean prefersJob)
            throws IOException {
        var accepted = jobs.accept(file, request);
        var answer =
                ResponseEntity.accepted().location(URI.create(accepted.job().location()));
        if (prefersJob) {
            answer.header("Preference-Applied", JOB);
        }
        return withReplayed(answer, accepted.replayed()).body(accepted.job());
    }

    private static BodyBuilder withReplayed(BodyBuilder answer, boolean replayed) {
        return replayed ? answer.header("Idempotent-Replayed", "true") : answer;
    }
}
