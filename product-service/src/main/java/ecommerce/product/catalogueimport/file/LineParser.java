package ecommerce.product.catalogueimport.file;

import ecommerce.product.product.Description;
import ecommerce.product.product.Sku;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Converts records to lines. Refuses invalid records with the reason. */
final class LineParser {

    private static final Pattern SHORTENED_NUMBER = Pattern.compile("\\d([.,]\\d+)?[Ee]\\+\\d+");
    private static final Pattern PRICE = Pattern.compile("\\d{1,10}(\\.\\d{1,2})?");
    private static final Pattern QUANTITY = Pattern.compile("\\d{1,9}");
    private static final Pattern QUANTITY_CHANGE = Pattern.compile("[+-]?\\d{1,9}");
    private static final Pattern UNSTORABLE = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|\uFFFD");
    private static final String UNSTORABLE_MESSAGE =
            "the line has control characters, or bytes that are invalid in the file's charset; save the file as UTF-8, or"
                    + " declare its charset, like Content-Type: text/csv; charset=windows-1252";
    private static final int MAX_DEPTH = 10;

    private final ImportHeader header;

    LineParser(ImportHeader header) {
        this.header = header;
    }

    ImportLine parse(CsvRecord record) throws RefusedLineException {
        if (!record.flaw().isEmpty()) {
            throw new RefusedLineException(record.line(), null, record.flaw());
        }
        var fields = record.fields();
        if (fields.isEmpty()) {
            throw new RefusedLineException(record.line(), null, "text follows a closing quote");
        }
        var cells = new Cells(record.line(), sku(record, fields), fields);
        if (UNSTORABLE.matcher(record.text()).find()) {
            throw cells.refused(UNSTORABLE_MESSAGE);
        }
        var nameless = header.namelessValue(fields);
        if (nameless > 0) {
            throw cells.refused("column %d has a value but no name; put quotes around a cell that contains a comma"
                    .formatted(nameless));
        }
        return new ImportLine(
                record.line(),
                cells.sku(),
                text(cells, ImportColumn.PRODUCT_TITLE, 200),
                categoryPath(cells),
                price(cells),
                number(cells, ImportColumn.QUANTITY, QUANTITY, "must be a whole number and not negative"),
                number(cells, ImportColumn.QUANTITY_CHANGE, QUANTITY_CHANGE, "must be a whole number like 5 or -5"),
                text(cells, ImportColumn.IMAGE_URL, 500),
                description(cells));
    }

    private String sku(CsvRecord record, List<String> fields) throws RefusedLineException {
        var sku = Sku.tidy(header.value(fields, ImportColumn.SKU));
        // The database can't store a refusal that quotes it.
        if (UNSTORABLE.matcher(sku).find()) {
            throw new RefusedLineException(record.line(), null, UNSTORABLE_MESSAGE);
        }
        if (!Sku.isValid(sku)) {
            throw new RefusedLineException(
                    record.line(), null, "sku %s; found %s".formatted(Sku.FORM_MESSAGE, FileText.quote(sku)));
        }
        if (SHORTENED_NUMBER.matcher(sku).matches()) {
            throw new RefusedLineException(
                    record.line(),
                    sku,
                    "sku %s is a long number that a spreadsheet has abbreviated; format the column as text"
                            .formatted(FileText.quote(sku)));
        }
        return sku;
    }

    /** The cells of one line, with methods that create refusals. */
    private record Cells(long line, String sku, List<String> fields) {

        RefusedLineException refused(String reason) {
            return new RefusedLineException(line, sku, reason);
        }

        RefusedLineException refused(ImportColumn column, String rule, String value) {
            return refused("%s %s; found %s".formatted(column.columnName(), rule, FileText.quote(value)));
        }
    }

    private @Nullable String text(Cells cells, ImportColumn column, int max) throws RefusedLineException {
        var text = header.value(cells.fields(), column);
        if (text.length() > max) {
            throw cells.refused(column, "must have no more than %d characters".formatted(max), text);
        }
        return text.isEmpty() ? null : text;
    }

    private @Nullable String description(Cells cells) throws RefusedLineException {
        var description = Description.tidy(header.verbatim(cells.fields(), ImportColumn.DESCRIPTION));
        if (description != null && description.length() > Description.MAXIMUM) {
            throw cells.refused(
                    ImportColumn.DESCRIPTION,
                    "must have no more than %d characters".formatted(Description.MAXIMUM),
                    description);
        }
        return description;
    }

    private @Nullable List<String> categoryPath(Cells cells) throws RefusedLineException {
        var path = header.value(cells.fields(), ImportColumn.CATEGORY_PATH);
        if (path.isEmpty()) {
            return null;
        }
        var titles = CategoryTitles.split(path);
        if (titles.size() > MAX_DEPTH || titles.stream().anyMatch(title -> title.isEmpty() || title.length() > 100)) {
            throw cells.refused(
                    ImportColumn.CATEGORY_PATH, "must be up to 10 titles of 1 to 100 characters, separated by >", path);
        }
        return titles;
    }

    private @Nullable BigDecimal price(Cells cells) throws RefusedLineException {
        var price = header.value(cells.fields(), ImportColumn.PRICE_UNIT);
        if (price.isEmpty()) {
            return null;
        }
        if (!PRICE.matcher(price).matches()) {
            throw cells.refused(ImportColumn.PRICE_UNIT, "must be a number like 12.50, not negative", price);
        }
        return new BigDecimal(price).setScale(2);
    }

    private @Nullable Integer number(Cells cells, ImportColumn column, Pattern form, String rule)
            throws RefusedLineException {
        // Accepts the typographic minus sign.
        var number = header.value(cells.fields(), column).replace('\u2212', '-');
        if (number.isEmpty()) {
            return null;
        }
        if (!form.matcher(number).matches()) {
            throw cells.refused(column, rule, number);
        }
        return Integer.valueOf(number);
    }
}
