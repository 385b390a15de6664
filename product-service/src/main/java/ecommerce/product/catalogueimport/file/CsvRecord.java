package ecommerce.product.catalogueimport.file;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;

/**
 * One record as it stands in the file.
 *
 * @param line the number of its first line, from 1
 * @param text the record, which may run over several lines
 * @param flaw why it can't be one, or empty
 */
record CsvRecord(long line, String text, String flaw) {

    /** The cells; none if text follows a closing quote. */
    List<String> fields() {
        try (var parser = CSVFormat.RFC4180.parse(new StringReader(text))) {
            return parser.stream().findFirst().map(fields -> fields.toList()).orElse(List.of());
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }
}
