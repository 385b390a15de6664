package ecommerce.product.catalogueimport.job;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Enumeration;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Stores the files of jobs in parts, each in a transaction of its own. Only one part at a time is in memory, and a slow
 * client holds no database connection.
 */
@Component
class ImportFiles {

    private static final int PART_BYTES = 256 * 1024;

    private static final String ADD_PART = """
            WITH arrived AS (UPDATE import_file SET received_at = now() WHERE file_id = :file RETURNING file_id)
            INSERT INTO import_file_part (file_id, part_number, content) SELECT file_id, :number, :content FROM arrived
            """;
    private static final String READ_PART =
            "SELECT content FROM import_file_part WHERE file_id = :file AND part_number = :number";
    private static final String DELETE_ABANDONED = """
            DELETE FROM import_file f
             WHERE received_at < now() - interval '1 hour'
               AND NOT EXISTS (SELECT FROM import_job j WHERE j.file_id = f.file_id)
            """;

    private final JdbcClient jdbc;

    ImportFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A stored file with its length. */
    record Stored(long fileId, long bytes) {}

    /** Stores a file. Deletes what was stored if the file doesn't arrive as a whole. */
    Stored store(InputStream file) throws IOException {
        long fileId = jdbc.sql("INSERT INTO import_file DEFAULT VALUES RETURNING file_id")
                .query(Long.class)
                .single();
        try {
            var number = 0;
            var bytes = 0L;
            for (var part = file.readNBytes(PART_BYTES); part.length > 0; part = file.readNBytes(PART_BYTES)) {
                add(fileId, number++, part);
                bytes += part.length;
            }
            return new Stored(fileId, bytes);
        } catch (IOException | RuntimeException e) {
            deleteAfter(e, fileId);
            throw e;
        }
    }

    /** Deletes a file after a failure, which a second failure doesn't hide. */
    void deleteAfter(Exception failure, long fileId) {
        try {
            delete(fileId);
        } catch (DataAccessException e) {
            failure.addSuppressed(e);
        }
    }

    private void add(long fileId, int number, byte[] part) {
        var isStored = jdbc.sql(ADD_PART)
                        .param("file", fileId)
                        .param("number", number)
                        .param("content", part)
                        .update()
                == 1;
        if (!isStored) {
            throw new IllegalStateException("File %d was deleted while it was received".formatted(fileId));
        }
    }

    /**
     * Returns a stream that reads a file part by part.
     *
     * @param bytesRead counts the bytes of the parts that have been read
     */
    InputStream open(long fileId, AtomicLong bytesRead) {
        return new SequenceInputStream(new Parts(fileId, bytesRead)) {
            /** Has nothing to close. The superclass would read the other parts to close them. */
            @Override
            public void close() {}
        };
    }

    void delete(long fileId) {
        jdbc.sql("DELETE FROM import_file WHERE file_id = ?").param(fileId).update();
    }

    /** Deletes files whose upload stopped more than an hour ago because the service was killed. */
    void deleteAbandoned() {
        jdbc.sql(DELETE_ABANDONED).update();
    }

    /** The parts of a file, each read when it is needed. */
    private final class Parts implements Enumeration<InputStream> {

        private final long fileId;
        private final AtomicLong bytesRead;
        private int number;
        private byte @Nullable [] next;

        Parts(long fileId, AtomicLong bytesRead) {
            this.fileId = fileId;
            this.bytesRead = bytesRead;
            this.next = read();
        }

        private byte @Nullable [] read() {
            return jdbc.sql(READ_PART)
                    .param("file", fileId)
                    .param("number", number++)
                    .query(byte[].class)
                    .optional()
                    .orElse(null);
        }

        @Override
        public boolean hasMoreElements() {
            return next != null;
        }

        @Override
        public InputStream nextElement() {
            var part = next;
            if (part == null) {
                throw new NoSuchElementException("The file has no more parts");
            }
            bytesRead.addAndGet(part.length);
            next = read();
            return new ByteArrayInputStream(part);
        }
    }
}
