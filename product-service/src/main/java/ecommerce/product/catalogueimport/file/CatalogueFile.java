package ecommerce.product.catalogueimport.file;

import ecommerce.defaults.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads a CSV file of products (RFC 4180) record by record. */
public final class CatalogueFile {

    private final CsvRecordReader csv;
    private final ImportHeader header;
    private final LineParser parser;
    private final MessageDigest digest = sha256();
    private @Nullable CsvRecord next;
    private long records;

    private CatalogueFile(CsvRecordReader csv, ImportHeader header, CsvRecord first) {
        this.csv = csv;
        this.header = header;
        this.parser = new LineParser(header);
        this.next = first;
        digest.update(header.toString().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Opens a file and reads its header line. Fails with 400, saying what was found, unless this is a CSV file with
     * known columns and at least one line.
     *
     * @param declared the charset that the client declares; null for UTF-8. A byte order mark takes precedence.
     */
    public static CatalogueFile open(InputStream file, @Nullable Charset declared) throws IOException {
        var csv = new CsvRecordReader(FileEncoding.decode(file, declared));
        var header = ImportHeader.of(csv.next());
        if (header.has(ImportColumn.DESCRIPTION)) {
            csv.allowLongTexts();
        }
        var first = csv.next();
        if (first == null) {
            throw Problem.invalid("file", "The file has no line below its header line. Add a line for each product.");
        }
        return new CatalogueFile(csv, header, first);
    }

    public boolean has(ImportColumn column) {
        return header.has(column);
    }

    public boolean hasNext() {
        return next != null;
    }

    /**
     * Returns the line at the current record. Throws {@link RefusedLineException} if the record is invalid.
     * {@link #advance} moves on in either case.
     */
    public ImportLine current() throws RefusedLineException {
        return parser.parse(Objects.requireNonNull(next));
    }

    /** Moves to the next record. */
    public void advance() throws IOException {
        digest.update(Objects.requireNonNull(next).text().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        records++;
        next = csv.next();
    }

    /** Skips records until this many have been read, or to the end of the file. */
    public void skip(long record) throws IOException {
        while (hasNext() && records < record) {
            advance();
        }
    }

    /** Returns the number of records before the current one. */
    public long records() {
        return records;
    }

    /** Returns the SHA-256 of all records before the current one and of the purpose. */
    public byte[] fingerprint(String purpose) {
        try {
            var copy = (MessageDigest) digest.clone();
            return copy.digest(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("The JDK's SHA-256 can be cloned", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256", e);
        }
    }
}
