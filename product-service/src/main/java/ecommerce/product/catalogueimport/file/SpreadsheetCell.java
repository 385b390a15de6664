package ecommerce.product.catalogueimport.file;

import java.util.regex.Pattern;

/**
 * Makes texts harmless that a spreadsheet would run as formulas. An apostrophe in front makes them texts. A text that
 * already has apostrophes in front of a formula gets one more, so that none is lost when the cell is read.
 */
final class SpreadsheetCell {

    private static final Pattern FORMULA =
            Pattern.compile("'*[=+\\-@\\t\\r\\n\uFF0B\uFF0D\uFF1D\uFF20].*", Pattern.DOTALL);

    private SpreadsheetCell() {}

    /** Returns the content of the cell for a text. */
    static String protect(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }

    /** Returns the text of a cell. */
    static String text(String cell) {
        return cell.startsWith("'") && FORMULA.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
