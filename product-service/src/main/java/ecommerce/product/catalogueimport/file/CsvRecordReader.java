package ecommerce.product.catalogueimport.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Splits a CSV stream into records (RFC 4180, section 2) in bounded memory. Lines end with LF, CR or CRLF. If a quote
 * is never closed, only the first line of the record is lost: reading continues with the next line. CSV libraries
 * either read the rest of the file into memory in this case or fail, so they only parse the fields of single records
 * here.
 */
final class CsvRecordReader {

    private static final int MAX_LINE_LENGTH = 32_768;

    /** How many more lines a record may have. More would be lost to a quote that is closed by another one below. */
    private static final int FEW_LINES = 50;

    /** The same for a file with long texts, each of which may have a line end after each character. */
    private static final int MANY_LINES = 10_100;

    private static final int MAX_RECORD_LENGTH = 65_536;

    /** A line of the file, truncated if it exceeds the maximum length. */
    private record Line(String text, boolean tooLong) {}

    private final BufferedReader reader;

    /**
     * The lines that were read and belong to the next records. If the line before them ends in quotes, each of them does;
     * only the last may be too long instead. So no line is examined twice as the continuation of a record.
     */
    private final Deque<Line> ahead = new ArrayDeque<>();

    private int lengthAhead;
    private int maxLines = FEW_LINES;
    private long lineNumber;
    private boolean endedByCarriageReturn;

    CsvRecordReader(Reader reader) {
        this.reader = new BufferedReader(reader, 65_536);
    }

    /** Allows more lines in a record, for a file with a column of long texts. */
    void allowLongTexts() {
        maxLines = MANY_LINES;
    }

    /** Returns the next record that isn't blank; null at the end of the file. */
    @Nullable
    CsvRecord next() throws IOException {
        Line first;
        do {
            first = nextLine();
            if (first == null) {
                return null;
            }
            lineNumber++;
        } while (isEmpty(first.text()));
        if (first.tooLong()) {
            return new CsvRecord(
                    lineNumber, first.text(), "the line is longer than %d characters".formatted(MAX_LINE_LENGTH));
        }
        return assemble(first);
    }

    /**
     * Tells whether a line has only commas and whitespace, like the rows that a spreadsheet leaves below its last one.
     */
    private static boolean isEmpty(String line) {
        return line.chars().allMatch(c -> c == ',' || Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    private CsvRecord assemble(Line first) throws IOException {
        if (!endsInQuotes(first.text(), false)) {
            return new CsvRecord(lineNumber, first.text(), "");
        }
        while (mayGoOn(first)) {
            var line = readLine();
            if (line == null) {
                break;
            }
            if (!line.tooLong() && !endsInQuotes(line.text(), true)) {
                return join(first, line);
            }
            ahead.addLast(line);
            lengthAhead += line.text().length();
        }
        return new CsvRecord(lineNumber, first.text(), "a quote is opened and never closed");
    }

    private boolean mayGoOn(Line first) {
        return ahead.size() < maxLines
                && first.text().length() + lengthAhead < MAX_RECORD_LENGTH
                && (ahead.isEmpty() || !ahead.getLast().tooLong());
    }

    /** Makes a record of the first line, all lines ahead and the last line, which closes the quote. */
    private CsvRecord join(Line first, Line last) {
        var start = lineNumber;
        var text = new StringBuilder(first.text());
        ahead.forEach(line -> text.append('\n').append(line.text()));
        text.append('\n').append(last.text());
        lineNumber += ahead.size() + 1;
        ahead.clear();
        lengthAhead = 0;
        return new CsvRecord(start, text.toString(), "");
    }

    /**
     * Tells whether a quoted field is still open at the end of the line. A quote opens a field only at its beginning.
     */
    private static boolean endsInQuotes(String line, boolean quotedAtStart) {
        var quoted = quotedAtStart;
        var fieldStart = !quotedAtStart;
        for (var i = 0; i < line.length(); i++) {
            var c = line.charAt(i);
            if (c == '"' && (quoted || fieldStart)) {
                var escaped = quoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
                quoted = escaped || !quoted;
                i += escaped ? 1 : 0;
            }
            fieldStart = !quoted && c == ',';
        }
        return quoted;
    }

    private @Nullable Line nextLine() throws IOException {
        if (ahead.isEmpty()) {
            return readLine();
        }
        var line = ahead.removeFirst();
        lengthAhead -= line.text().length();
        return line;
    }

    /** Reads up to the next LF, CR or CRLF. Keeps at most {@value #MAX_LINE_LENGTH} characters. */
    private @Nullable Line readLine() throws IOException {
        var text = new StringBuilder();
        var tooLong = false;
        var c = reader.read();
        if (endedByCarriageReturn && c == '\n') {
            c = reader.read();
        }
        if (c < 0) {
            return null;
        }
        for (; c >= 0 && c != '\n' && c != '\r'; c = reader.read()) {
            if (text.length() < MAX_LINE_LENGTH) {
                text.append((char) c);
            } else {
                tooLong = true;
            }
        }
        endedByCarriageReturn = c == '\r';
        return new Line(text.toString(), tooLong);
    }
}
