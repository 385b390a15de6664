package ecommerce.product.catalogueimport.job;

import ecommerce.defaults.web.PageResponse;
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
import java.util.function.Function;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Pageable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows and cancels the jobs of the catalogue import, for staff. */
@RestController
@RequestMapping("/api/products/imports")
@PreAuthorize("hasRole('ADMIN')")
@Tag(name = "products")
class ImportJobController {

    private final ImportJobs jobs;
    private final ImportJobQueries queries;
    private final RefusedLines refusedLines;

    ImportJobController(ImportJobs jobs, ImportJobQueries queries, RefusedLines refusedLines) {
        this.jobs = jobs;
        this.queries = queries;
        this.refusedLines = refusedLines;
    }

    /** Lists the import jobs of the last 30 days. The newest come first. */
    @GetMapping
    PageResponse<ImportJob> list(@ParameterObject Pageable pageable) {
        return PageResponse.of(queries.find(pageable), Function.identity());
    }

    /**
     * Shows the progress or the result of an import job. Of the file's {@code bytes}, {@code bytesRead} have been
     * read, and the lines in them are counted. A job runs when the jobs that were accepted before it have ended.
     */
    @GetMapping("/{jobId}")
    ImportJob get(@PathVariable long jobId) {
        return queries.get(jobId);
    }

    /**
     * Cancels an import job. The job stops before its next batch. Lines that are stored stay stored. A job that has
     * ended otherwise can't be cancelled (409).
     */
    @PostMapping("/{jobId}/cancel")
    ImportJob cancel(@PathVariable long jobId) {
        jobs.cancel(jobId);
        return queries.get(jobId);
    }

    /**
     * Downloads the refused lines of an import job as CSV. The columns are line (the line's number in the file), sku
     * (empty if it can't be read) and reason.
     */
    @GetMapping(path = "/{jobId}/refusals", produces = "text/csv")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "text/csv",
                            schema = @Schema(type = "string"),
                            examples =
                                    @ExampleObject("line,sku,reason\n7,TENT-2,priceUnit must be a decimal number\n")))
    void refusals(@PathVariable long jobId, HttpServletResponse response) throws IOException {
        queries.get(jobId);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"import-%d-refused-lines.csv\"".formatted(jobId));
        refusedLines.writeTo(
                new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)), jobId);
    }
}
