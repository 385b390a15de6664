package ecommerce.product.catalogueimport.file;

import java.util.regex.Pattern;

/** Writes a text as a cell of CSV (RFC 4180) that a spreadsheet doesn't run as a formula. */
public final class CsvCell {

    private static final Pattern SPECIAL = Pattern.compile("[,\"\\r\\n]|^\\s|\\s$");

    private CsvCell() {}

    public static String of(String text) {
        var cell = SpreadsheetCell.protect(text);
        return SPECIAL.matcher(cell).find() ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
    }
}
