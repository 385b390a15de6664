package ecommerce.product.catalogueimport;

import ecommerce.defaults.problem.Problem;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;

/** The columns of a file, in its own order. */
record ImportHeader(List<String> columns) {

    private static final List<String> REQUIRED = List.of("sku", "productTitle", "categoryPath", "priceUnit", "quantity");

    /** 400 where a column that must be there isn't, or one is there twice. */
    static ImportHeader of(@Nullable CsvRecord record) {
        if (record == null) {
            throw Problem.invalid("header", "the file is empty");
        }
        var columns = parse(record.text().replace("\uFEFF", ""));
        if (!columns.containsAll(REQUIRED)) {
            throw Problem.invalid("header", "the first line must name the columns %s".formatted(REQUIRED));
        }
        if (new HashSet<>(columns).size() < columns.size()) {
            throw Problem.invalid("header", "the first line names a column twice");
        }
        return new ImportHeader(columns);
    }

    /** The value of a column, or empty where the file hasn't that column. */
    String value(List<String> fields, String column) {
        var index = columns.indexOf(column);
        return index < 0 ? "" : fields.get(index).strip();
    }

    static List<String> parse(String record) {
        try (var parser = CSVFormat.RFC4180.parse(new StringReader(record))) {
            return parser.stream().findFirst().map(fields -> fields.toList()).orElse(List.of());
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }
}
