package ecommerce.product.catalogueimport.file;

import ecommerce.defaults.problem.Problem;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.ErrorResponseException;

/**
 * The columns of a file, in the order of the file.
 *
 * @param columns null for a column without a name, whose cells must be empty
 */
record ImportHeader(List<@Nullable ImportColumn> columns) {

    private static final Pattern SEPARATOR_LINE =
            Pattern.compile("\"?sep=.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /**
     * Reads the header from the first record. Fails with 400, saying what was found, unless it has known columns only,
     * each of them once.
     */
    static ImportHeader of(@Nullable CsvRecord record) {
        if (record == null) {
            throw Problem.invalid("file", "The file is empty. Send a header line and a line for each product.");
        }
        if (!record.flaw().isEmpty()) {
            throw invalid("The header line can't be read: %s.".formatted(record.flaw()));
        }
        requireCommas(record.text());
        var names = record.fields();
        if (names.isEmpty()) {
            throw invalid("The header line can't be read: text follows a closing quote.");
        }
        var columns = new ArrayList<@Nullable ImportColumn>();
        names.forEach(name -> columns.add(FileText.tidy(name).isEmpty() ? null : known(FileText.tidy(name))));
        return requireUsable(columns);
    }

    private static void requireCommas(String text) {
        var separatorLine = SEPARATOR_LINE.matcher(text.strip());
        if (separatorLine.matches()) {
            throw invalid("The file begins with the line %s. Remove that line and separate the columns by commas."
                    .formatted(FileText.quote(text.strip())));
        }
        for (var separator : List.of(";", "\t", "|")) {
            if (!text.contains(",") && text.contains(separator)) {
                var found = separator.equals("\t") ? "tabs" : FileText.quote(separator);
                throw invalid("The columns of the file are separated by %s. Separate them by commas. ".formatted(found)
                        + FileEncoding.HOW_TO_SAVE);
            }
        }
    }

    private static ImportColumn known(String name) {
        return ImportColumn.named(name)
                .orElseThrow(
                        () -> invalid("The column %s is unknown. Correct its name or remove it. The columns are %s."
                                .formatted(FileText.quote(name), ImportColumn.names())));
    }

    private static ImportHeader requireUsable(List<@Nullable ImportColumn> columns) {
        Set<ImportColumn> seen = EnumSet.noneOf(ImportColumn.class);
        for (var column : columns) {
            if (column != null && !seen.add(column)) {
                throw invalid("The column %s occurs twice. Remove one of them.".formatted(column.columnName()));
            }
        }
        if (!seen.contains(ImportColumn.SKU)) {
            throw invalid("The header line has no column sku. Add it: the SKU identifies the product of a line.");
        }
        if (seen.size() == 1) {
            throw invalid("The file has only the column sku, so it changes nothing. Add one of %s."
                    .formatted(ImportColumn.names()));
        }
        return new ImportHeader(columns);
    }

    private static ErrorResponseException invalid(String message) {
        return Problem.invalid("header", message);
    }

    boolean has(ImportColumn column) {
        return columns.contains(column);
    }

    /**
     * Returns the normalised cell of a column. Returns an empty string if the file has no such column or the row is
     * short.
     */
    String value(List<String> fields, ImportColumn column) {
        return SpreadsheetCell.text(FileText.tidy(cell(fields, column)));
    }

    /** Returns the cell of a column with its whitespace, or an empty string like {@link #value}. */
    String verbatim(List<String> fields, ImportColumn column) {
        return SpreadsheetCell.text(cell(fields, column));
    }

    private String cell(List<String> fields, ImportColumn column) {
        var index = columns.indexOf(column);
        return index < 0 || index >= fields.size() ? "" : fields.get(index);
    }

    /**
     * Returns the number, starting at 1, of a column without a name that has a value in this row; 0 if there is none.
     */
    int namelessValue(List<String> fields) {
        for (var i = 0; i < fields.size(); i++) {
            var isNameless = i >= columns.size() || columns.get(i) == null;
            if (isNameless && !FileText.tidy(fields.get(i)).isEmpty()) {
                return i + 1;
            }
        }
        return 0;
    }
}
