package ecommerce.proxyclient.desk.imports;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A file that arrives. It can't be read beyond its limit. */
final class LimitedFile extends FilterInputStream {

    private static final Logger log = LoggerFactory.getLogger(LimitedFile.class);

    private final long largest;
    private long bytes;

    LimitedFile(InputStream file, long largest) {
        super(file);
        this.largest = largest;
    }

    boolean isTooLarge() {
        return bytes > largest;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (isTooLarge()) {
            throw new IOException("The file has more than %d bytes".formatted(largest));
        }
        var count = super.read(buffer, offset, length);
        bytes += Math.max(0, count);
        return count;
    }

    /** Reads what is left, because browsers show no answer before they have sent the whole form. */
    void readRest() {
        try {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException gone) {
            log.debug("The rest of a file can't be read: {}", gone.toString());
        }
    }
}
