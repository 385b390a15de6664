package ecommerce.product.catalogueimport.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.ErrorResponseException;

/** Tests files in the forms that spreadsheets and suppliers produce. */
class CatalogueFileTests {

    @ParameterizedTest
    @ValueSource(strings = {"\r", "\n", "\r\n"})
    void readsLinesWithAnyLineEnd(String end) throws IOException {
        var csv = String.join(end, "sku,productTitle", "", "A-1,\"Two" + end + "lines\"", ",", "A-2,Hook");

        assertThat(read(csv)).containsExactly("3 A-1 Two\nlines", "6 A-2 Hook");
        assertThat(read(csv + end)).hasSize(2);
    }

    @Test
    void prefersAByteOrderMarkToADeclaredCharset() throws IOException {
        var csv = "\uFEFFsku,productTitle\nA-1,Café".getBytes(StandardCharsets.UTF_8);

        assertThat(read(csv, null)).containsExactly("2 A-1 Café");
        assertThat(read(csv, StandardCharsets.ISO_8859_1)).containsExactly("2 A-1 Café");
    }

    @Test
    void readsADeclaredCharset() throws IOException {
        for (var charset : List.of("windows-1252", "UTF-16", "UTF-16LE", "Shift_JIS")) {
            var csv = "sku,productTitle\nA-1,Lamp °".getBytes(Charset.forName(charset));

            assertThat(read(csv, Charset.forName(charset))).as(charset).containsExactly("2 A-1 Lamp °");
        }
    }

    @Test
    void acceptsTrailingEmptyColumnsAndShortRows() throws IOException {
        assertThat(read("sku,productTitle,,priceUnit,,\nA-1,Lamp,,1.00,,\nA-2\nA-3,Hook,,,,,,\n,,,\n"))
                .containsExactly("2 A-1 Lamp", "3 A-2 null", "4 A-3 Hook");
    }

    @Test
    void refusesAValueWithoutAColumn() throws IOException {
        assertThat(read("sku,productTitle,,\nA-1,Lamp, white,\nA-2,Hook,,,,x\n"))
                .containsExactly(
                        "2 A-1: column 3 has a value but no name; put quotes around a cell that contains a comma",
                        "3 A-2: column 6 has a value but no name; put quotes around a cell that contains a comma");
    }

    @Test
    void normalisesUnicodeText() throws IOException {
        assertThat(read("sku,productTitle\nU\u0308-1,Cre\u0300me\u00A0bru\u0302le\u0301e Kaffee\u00ADmaschine\u00A0\n"))
                .containsExactly("2 Ü-1 Crème brûlée Kaffeemaschine");
        assertThat(read("sku,productTitle\nA-1,\uD83D\uDC69\u200D\uD83D\uDC67 family\n"))
                .containsExactly("2 A-1 \uD83D\uDC69\u200D\uD83D\uDC67 family");
    }

    @ParameterizedTest
    @ValueSource(strings = {"00042", "AB 12+3", "[X] (1/2)", "Größe-XL", "#12*", "ABC.1_2-3", "茶-1", "A"})
    void readsSkusAsSuppliersWriteThem(String sku) throws IOException {
        assertThat(read("sku,productTitle\n%s,Lamp\n".formatted(sku))).containsExactly("2 %s Lamp".formatted(sku));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.01234E+12", "4,01E+12", "=\"\"00042\"\"", "+49", "-1", "@x", ""})
    void refusesSkusThatASpreadsheetHasAltered(String sku) throws IOException {
        assertThat(read("sku,productTitle\n\"%s\",Lamp\n".formatted(sku)).getFirst())
                .contains(": sku ");
    }

    static List<List<String>> unusable() {
        return List.of(
                List.of("", "file", "is empty"),
                List.of("\n\n", "file", "is empty"),
                List.of("sku,priceUnit\n", "file", "no line below"),
                List.of("sku,priceUnit\n,\n\n", "file", "no line below"),
                List.of("sku\nA-1\n", "header", "only the column sku"),
                List.of("productTitle,priceUnit\nLamp,1\n", "header", "no column sku"),
                List.of("sku,colour\nA-1,red\n", "header", "\"colour\" is unknown"),
                List.of("A-1,Lamp,Home,1.00\n", "header", "\"A-1\" is unknown"),
                List.of("sku,imageUrl,ImageURL\nA-1,a,b\n", "header", "imageUrl occurs twice"),
                List.of("sep=;\nsku;priceUnit\nA-1;1\n", "header", "\"sep=;\". Remove that line"),
                List.of("sku;priceUnit\nA-1;1,50\n", "header", "separated by \";\""),
                List.of("\"sku\";\"priceUnit\"\nA-1;1,50\n", "header", "separated by \";\""),
                List.of("sku\tpriceUnit\nA-1\t1\n", "header", "separated by tabs"),
                List.of("sku,\"priceUnit\nA-1,1\n", "header", "never closed"),
                List.of("PK\u0003\u0004 and more", "file", "is a workbook"));
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void refusesAnUnusableFileWithTheReason(List<String> refusal) {
        refuses(refusal.get(0).getBytes(StandardCharsets.UTF_8), refusal.get(1), refusal.get(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE"})
    void refusesUndeclaredUtf16(String charset) {
        refuses("sku,priceUnit\nA-1,1\n".getBytes(Charset.forName(charset)), "file", "is in UTF-16. Save the file as");
    }

    private static void refuses(byte[] csv, String field, String message) {
        assertThatThrownBy(() -> CatalogueFile.open(new ByteArrayInputStream(csv), null))
                .isInstanceOfSatisfying(ErrorResponseException.class, refusal -> {
                    assertThat(refusal.getStatusCode().value()).isEqualTo(400);
                    assertThat(String.valueOf(refusal.getBody().getProperties()))
                            .contains("field=" + field, message);
                });
    }

    private static List<String> read(String csv) throws IOException {
        return read(csv.getBytes(StandardCharsets.UTF_8), null);
    }

    private static List<String> read(byte[] csv, @Nullable Charset declared) throws IOException {
        var file = CatalogueFile.open(new ByteArrayInputStream(csv), declared);
        var lines = new ArrayList<String>();
        while (file.hasNext()) {
            try {
                var line = file.current();
                lines.add("%d %s %s".formatted(line.line(), line.sku(), line.productTitle()));
            } catch (RefusedLineException e) {
                lines.add("%d %s: %s".formatted(e.line(), e.sku(), e.reason()));
            }
            file.advance();
        }
        return lines;
    }
}
