package ecommerce.product.catalogueimport.file;

import ecommerce.defaults.problem.Problem;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.web.ErrorResponseException;

/** Detects the charset of a file from its first bytes. */
final class FileEncoding {

    static final String HOW_TO_SAVE = "Save the file as \"CSV UTF-8 (Comma delimited)\".";

    private FileEncoding() {}

    /**
     * Returns a reader of the file without its byte order mark. Fails with 400 for a workbook, and for UTF-16 that
     * isn't declared.
     *
     * @param declared the declared charset; null for UTF-8
     */
    static Reader decode(InputStream file, @Nullable Charset declared) throws IOException {
        var bytes = new BufferedInputStream(file);
        bytes.mark(4);
        var start = HexFormat.of().formatHex(bytes.readNBytes(4));
        bytes.reset();
        if (start.startsWith("efbbbf")) {
            bytes.skipNBytes(3);
            return new InputStreamReader(bytes, StandardCharsets.UTF_8);
        }
        if (start.startsWith("504b0304") || start.startsWith("d0cf11e0")) {
            throw refused("The file is a workbook or an archive, not CSV. " + HOW_TO_SAVE);
        }
        var isUtf16Declared = declared != null && declared.name().startsWith("UTF-16");
        if (!isUtf16Declared && (start.startsWith("fffe") || start.startsWith("feff") || holdsZeroByte(start))) {
            throw refused("The file is in UTF-16. " + HOW_TO_SAVE);
        }
        return new InputStreamReader(bytes, declared == null ? StandardCharsets.UTF_8 : declared);
    }

    private static boolean holdsZeroByte(String hex) {
        return HexFormat.of().parseHex(hex).length > 0 && hex.matches("(..)*00(..)*");
    }

    private static ErrorResponseException refused(String message) {
        return Problem.invalid("file", message);
    }
}
