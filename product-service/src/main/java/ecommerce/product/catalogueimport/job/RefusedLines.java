package ecommerce.product.catalogueimport.job;

import ecommerce.product.catalogueimport.batch.ImportReport.Refusal;
import ecommerce.product.catalogueimport.file.CsvCell;
import java.io.IOException;
import java.io.Writer;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Writes the refused lines of a job as CSV. It reads some at a time, whatever their number. */
@Component
class RefusedLines {

    private static final int AT_A_TIME = 1_000;

    private final ImportJobQueries queries;

    RefusedLines(ImportJobQueries queries) {
        this.queries = queries;
    }

    /** @throws IOException if the client is gone */
    void writeTo(Writer file, long jobId) throws IOException {
        file.write("line,sku,reason\r\n");
        var refusals = queries.refusals(jobId, 0, AT_A_TIME);
        while (!refusals.isEmpty()) {
            for (var refusal : refusals) {
                file.write(line(refusal));
            }
            refusals = queries.refusals(jobId, refusals.getLast().line(), AT_A_TIME);
        }
        file.flush();
    }

    private static String line(Refusal refusal) {
        return "%d,%s,%s\r\n"
                .formatted(
                        refusal.line(),
                        CsvCell.of(Objects.requireNonNullElse(refusal.sku(), "")),
                        CsvCell.of(refusal.reason()));
    }
}
