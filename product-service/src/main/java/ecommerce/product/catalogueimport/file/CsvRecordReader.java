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

    private static final int MAX_LINES = 50;
    private static final int MAX_LINE_LENGTH = 16_384;

    /** A line of the file, truncated if it exceeds the maximum length. */
    private record Line(String text, boolean tooLong) {}

    private final BufferedReader reader;
    private final Deque<Line> pushedBack = new ArrayDeque<>();
    private long lineNumber;
    private boolean endedByCarriageReturn;

    CsvRecordReader(Reader reader) {
        this.reader = new BufferedReader(reader, 65_536);
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
            return new CsvRecord(lineNumber, first.text(), "the line is longer than 16384 characters");
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
        var start = lineNumber;
        var text = new StringBuilder(first.text());
        var more = new ArrayDeque<Line>();
        var quoted = endsInQuotes(first.text(), false);
        while (quoted) {
            var line = more.size() < MAX_LINES ? nextLine() : null;
            if (line == null || line.tooLong()) {
                if (line != null) {
                    more.addLast(line);
                }
                more.descendingIterator().forEachRemaining(pushedBack::addFirst);
                return new CsvRecord(start, first.text(), "a quote is opened and never closed");
            }
            more.addLast(line);
            text.append('\n').append(line.text());
            quoted = endsInQuotes(line.text(), true);
        }
        lineNumber += more.size();
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
        return pushedBack.isEmpty() ? readLine() : pushedBack.removeFirst();
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
