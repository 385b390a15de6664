package ecommerce.product.catalogueimport.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvRecordReaderTests {

    @Test
    void splitsRecordsAtAnyLineEndAndSkipsBlankLines() throws IOException {
        assertThat(read("a,b\r\n\nc,d")).containsExactly("1:a,b:", "3:c,d:");
    }

    @Test
    void keepsAQuotedLineBreakInItsRecord() throws IOException {
        assertThat(read("a,\"b\nb\"\"b\"\nc,d\n")).containsExactly("1:a,\"b\nb\"\"b\":", "3:c,d:");
    }

    @Test
    void readsAQuoteInsideAnUnquotedFieldAsText() throws IOException {
        assertThat(read("a,27\" screen\nc,d\n")).containsExactly("1:a,27\" screen:", "2:c,d:");
    }

    @Test
    void losesOnlyOneLineToAnUnclosedQuote() throws IOException {
        assertThat(read("a,\"b\nc,d\ne,f\n"))
                .containsExactly("1:a,\"b:a quote is opened and never closed", "2:c,d:", "3:e,f:");
    }

    @Test
    void refusesALineLongerThanAnyRecord() throws IOException {
        var records = read("a".repeat(100_000) + "\nc,d\n");

        assertThat(records.getFirst()).endsWith("the line is longer than 32768 characters");
        assertThat(records.getLast()).isEqualTo("2:c,d:");
    }

    @Test
    void readsARecordOfManyLinesOnlyIfTheFileHasLongTexts() throws IOException {
        var csv = "a,\"" + "b\n".repeat(10_000) + "\"\nc,d\n";
        var reader = new CsvRecordReader(new StringReader(csv));
        reader.allowLongTexts();

        assertThat(String.valueOf(reader.next()).length()).isGreaterThan(20_000);
        assertThat(String.valueOf(reader.next())).contains("line=10002", "text=c,d");
        assertThat(reader.next()).isNull();
        assertThat(read(csv)).hasSize(10_002).element(0).asString().endsWith("a quote is opened and never closed");
    }

    @Test
    void losesOnlyTheLinesWhoseQuotesAreUnclosed() throws IOException {
        var reopened = "a\"b,\"c\n";

        var records = read(reopened.repeat(200) + "d,e\nf\"g,\"h\"\ni,j\n");

        assertThat(records).hasSize(153).first().asString().startsWith("1:a\"b,\"c:a quote is opened");
        assertThat(records.get(150)).startsWith("151:a\"b,\"c:a quote is opened");
        assertThat(records.get(151)).startsWith("152:a\"b,\"c").endsWith("f\"g,\"h\":");
        assertThat(records.getLast()).isEqualTo("203:i,j:");
    }

    private static List<String> read(String csv) throws IOException {
        var reader = new CsvRecordReader(new StringReader(csv));
        var records = new ArrayList<String>();
        for (var record = reader.next(); record != null; record = reader.next()) {
            records.add("%d:%s:%s".formatted(record.line(), record.text(), record.flaw()));
        }
        return records;
    }
}
