package ecommerce.product.catalogueimport.job;

import ecommerce.defaults.problem.Problem;
import ecommerce.product.catalogueimport.batch.CatalogueImport;
import ecommerce.product.catalogueimport.batch.ImportRequest;
import ecommerce.product.catalogueimport.job.ImportFiles.Stored;
import ecommerce.product.catalogueimport.job.ImportJobs.Earlier;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/**
 * Receives files and turns each into a job. A client that repeats a request with an {@code Idempotency-Key} gets the job
 * of the first request.
 */
@Component
public class ImportIntake {

    /** A script that repeats a large file without a key has more. Each open job keeps its file in the database. */
    private static final int MOST_OPEN = 20;

    /** @param replayed whether an earlier request with the same key made the job */
    public record Accepted(ImportJob job, boolean replayed) {}

    private final CatalogueImport catalogueImport;
    private final ImportFiles files;
    private final ImportJobs jobs;
    private final ImportJobQueries queries;

    ImportIntake(CatalogueImport catalogueImport, ImportFiles files, ImportJobs jobs, ImportJobQueries queries) {
        this.catalogueImport = catalogueImport;
        this.files = files;
        this.jobs = jobs;
        this.queries = queries;
    }

    /**
     * Stores a file and makes it a job. Fails with 400 if the file can't be read as a catalogue, with 422 if the key was
     * used for another file, and with 429 if too many jobs are open.
     */
    public Accepted accept(InputStream csv, ImportRequest request) throws IOException {
        var upload = new DigestInputStream(csv, startOfHash(request));
        var earlier = earlier(request);
        if (earlier.isPresent()) {
            upload.transferTo(OutputStream.nullOutputStream());
            return replay(earlier.get(), upload.getMessageDigest().digest());
        }
        requireRoom();
        var file = files.store(upload);
        try {
            return add(file, upload.getMessageDigest().digest(), request);
        } catch (IOException | RuntimeException e) {
            files.deleteAfter(e, file.fileId());
            throw e;
        }
    }

    private void requireRoom() {
        var open = queries.countOpen();
        if (open >= MOST_OPEN) {
            var detail = "%d imports are open. Cancel those that aren't needed, or try again later.".formatted(open);
            throw Problem.tooManyRequests(detail, Duration.ofMinutes(1));
        }
    }

    /** Starts the hash of a request with its parameters. The file follows. */
    private static MessageDigest startOfHash(ImportRequest request) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var parameters = "%s %s\n".formatted(request.stock(), request.charset());
            digest.update(parameters.getBytes(StandardCharsets.UTF_8));
            return digest;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256", e);
        }
    }

    /** Tells whether an earlier request with the same key made a job. */
    public boolean hasJob(ImportRequest request) {
        return earlier(request).isPresent();
    }

    private Optional<Earlier> earlier(ImportRequest request) {
        return Optional.ofNullable(request.idempotencyKey()).flatMap(key -> jobs.find(request.userId(), key));
    }

    private Accepted add(Stored file, byte[] hash, ImportRequest request) throws IOException {
        try (var content = files.open(file.fileId(), new AtomicLong())) {
            catalogueImport.check(content, request);
        }
        var key = Objects.requireNonNullElseGet(
                request.idempotencyKey(), () -> UUID.randomUUID().toString());
        var jobId = jobs.add(request, key, file.fileId(), file.bytes(), hash);
        if (jobId.isPresent()) {
            return new Accepted(queries.get(jobId.get()), false);
        }
        files.delete(file.fileId());
        return replay(jobs.find(request.userId(), key).orElseThrow(), hash);
    }

    private Accepted replay(Earlier job, byte[] hash) {
        if (!Arrays.equals(job.requestHash(), hash)) {
            throw Problem.unprocessable("This Idempotency-Key was used for another file. Send another key.");
        }
        return new Accepted(queries.get(job.jobId()), true);
    }
}
