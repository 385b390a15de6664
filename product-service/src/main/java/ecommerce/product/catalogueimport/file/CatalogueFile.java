package ecommerce.product.catalogueimport.file;

import ecommerce.defaults.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A CSV file of products (RFC 4180), read line by line. */
public final class CatalogueFile {

    private final CsvRecordReader records;
    private final ImportHeader header;
    private final LineParser parser;
    private @Nullable CsvRecord next;

    private CatalogueFile(CsvRecordReader records, ImportHeader header, CsvRecord first) {
        this.records = records;
        this.header = header;
        this.parser = new LineParser(header);
        this.next = first;
    }

    /**
     * Reads the header line. 400 that says what was found if this is no CSV file with known columns and at least one line.
     *
     * @param declared the charset that the sender declares; null for UTF-8. A byte order mark counts more.
     */
    public static CatalogueFile open(InputStream file, @Nullable Charset declared) throws IOException {
        var records = new CsvRecordReader(FileEncoding.decode(file, declared));
        var header = ImportHeader.of(records.next());
        var first = records.next();
        if (first == null) {
            throw Problem.invalid("file", "The file has a header line and no line below it. Add a line for each product.");
        }
        return new CatalogueFile(records, header, first);
    }

    public boolean has(ImportColumn column) {
        return header.has(column);
    }

    public boolean hasNext() {
        return next != null;
    }

    /** The next line. Reading may go on if it is refused. */
    public ImportLine next() throws IOException, RefusedLineException {
        var record = Objects.requireNonNull(next);
        next = records.next();
        return parser.parse(record);
    }
}
