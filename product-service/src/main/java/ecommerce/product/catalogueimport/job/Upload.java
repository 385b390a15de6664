package ecommerce.product.catalogueimport.job;

import ecommerce.product.catalogueimport.batch.ImportRequest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** A file as it arrives. Counts its bytes, and hashes them with the parameters of the request. */
final class Upload extends FilterInputStream {

    private final MessageDigest digest;
    private long bytes;
    private byte @Nullable [] hash;

    Upload(InputStream file, ImportRequest request) {
        super(file);
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256", e);
        }
        var parameters = "%s %s\n".formatted(request.stock(), request.charset());
        digest.update(parameters.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        var count = super.read(buffer, offset, length);
        if (count > 0) {
            digest.update(buffer, offset, count);
            bytes += count;
        }
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** Returns the number of bytes that have been read. */
    long bytes() {
        return bytes;
    }

    /** Returns the hash of the request. The file must have been read to its end. */
    byte[] hash() {
        if (hash == null) {
            hash = digest.digest();
        }
        return hash;
    }
}
