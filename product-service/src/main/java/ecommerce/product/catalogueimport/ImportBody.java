package ecommerce.product.catalogueimport;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import org.springframework.util.unit.DataSize;

/**
 * The file in the body of a request.
 *
 * @param isLarge whether it is larger than a file that is imported within the request
 */
record ImportBody(InputStream file, boolean isLarge) {

    /**
     * Finds out how large a file is. Reads ahead if the client hasn't declared the length.
     *
     * @param declared the declared length in bytes; -1 if there is none
     */
    static ImportBody of(InputStream file, long declared, DataSize largest) throws IOException {
        if (declared >= 0) {
            return new ImportBody(file, declared > largest.toBytes());
        }
        var start = file.readNBytes(Math.toIntExact(largest.toBytes()) + 1);
        var isLarge = start.length > largest.toBytes();
        var beginning = new ByteArrayInputStream(start);
        return new ImportBody(isLarge ? new SequenceInputStream(beginning, file) : beginning, isLarge);
    }
}
