package ecommerce.product.catalogueimport.file;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;

/**
 * The text of one record in the file.
 *
 * @param line the number of its first line, starting at 1
 * @param text the record, which may span several lines
 * @param flaw why the record is invalid, or empty
 */
record CsvRecord(long line, String text, String flaw) {

    /** Returns the cells. The list is empty if text follows a closing quote. */
    List<String> fields() {
        try (var parser = CSVFormat.RFC4180.parse(new StringReader(text))) {
            return parser.stream().findFirst().map(fields -> fields.toList()).orElse(List.of());
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }
}
