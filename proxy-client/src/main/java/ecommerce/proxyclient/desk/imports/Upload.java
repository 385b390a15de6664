package ecommerce.proxyclient.desk.imports;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/**
 * A form with a file ({@code multipart/form-data}), read while it arrives. The fields stand before the file, so the token of
 * the form is checked before anything of the file is read.
 *
 * @param fields the fields before the file
 * @param file null if no file was chosen
 */
record Upload(Map<String, String> fields, @Nullable LimitedFile file) {

    /** The name of the request's attribute. */
    static final String NAME = "upload";

    private static final int MOST_FIELDS = 10;
    private static final int LONGEST_FIELD = 1000;

    /** Reads the fields. Throws an exception for a field that is longer than 1,000 bytes. */
    static Upload of(HttpServletRequest request, DataSize largest) throws IOException {
        var parts = new FileUpload().getItemIterator(new ServletRequestContext(request));
        var fields = new LinkedHashMap<String, String>();
        while (fields.size() < MOST_FIELDS && parts.hasNext()) {
            var part = parts.next();
            if (!part.isFormField()) {
                return new Upload(fields, file(part, largest));
            }
            fields.put(part.getFieldName(), text(part.openStream()));
        }
        return new Upload(fields, null);
    }

    private static @Nullable LimitedFile file(FileItemStream part, DataSize largest) throws IOException {
        var name = part.getName();
        return name == null || name.isEmpty() ? null : new LimitedFile(part.openStream(), largest.toBytes());
    }

    /** Throws an exception for a longer field. Doesn't close it, which would read the rest. */
    private static String text(InputStream value) throws IOException {
        var bytes = value.readNBytes(LONGEST_FIELD + 1);
        if (bytes.length > LONGEST_FIELD) {
            throw new IOException("A field has more than %d bytes".formatted(LONGEST_FIELD));
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
