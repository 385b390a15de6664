package ecommerce.product.catalogueimport.job;

import ecommerce.defaults.security.Caller;
import ecommerce.product.catalogueimport.batch.CatalogueImport;
import ecommerce.product.catalogueimport.batch.ImportRequest;
import ecommerce.product.catalogueimport.job.ImportJob.State;
import ecommerce.product.catalogueimport.job.ImportJobs.Started;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;

/**
 * Runs jobs. A run continues after the last batch that any run has stored. If two replicas run the same job, each batch
 * is stored once, because the progress is stored in the transaction of the batch and only if it is the expected one.
 */
@Component
class ImportJobRunner {

    private static final Logger log = LoggerFactory.getLogger(ImportJobRunner.class);

    /** More would take connections and processor time from customers. */
    private static final int CONCURRENT_BATCHES = 2;

    /** The classes of SQLSTATE for data that can't be stored, and for values beyond a limit of the database. */
    private static final Set<String> UNSTORABLE = Set.of("22", "54");

    private final CatalogueImport catalogueImport;
    private final ImportJobs jobs;
    private final ImportFiles files;

    ImportJobRunner(CatalogueImport catalogueImport, ImportJobs jobs, ImportFiles files) {
        this.catalogueImport = catalogueImport;
        this.jobs = jobs;
        this.files = files;
    }

    /**
     * Runs a job, unless it has ended or an earlier job is open. Returns whether the job has ended; otherwise it must be
     * run again.
     *
     * @param stopping whether the run has to end after the current batch, because the service stops
     */
    boolean run(long jobId, BooleanSupplier stopping) {
        var started = jobs.start(jobId);
        if (started.isEmpty()) {
            return !jobs.isOpen(jobId);
        }
        try {
            asStaff(started.get().request(), () -> importFile(started.get(), stopping));
        } catch (ImportStoppedException e) {
            log.info("Stopped import {}: {}", jobId, e.getMessage());
        }
        return !jobs.isOpen(jobId);
    }

    /** Runs the work as the member of staff who requested it, and from the same address, for the audit log. */
    private static void asStaff(ImportRequest request, Runnable work) {
        var caller = new Caller(Long.toString(request.userId()), request.by(), List.of("ADMIN"));
        var authentication = UsernamePasswordAuthenticationToken.authenticated(caller, null, caller.getAuthorities());
        var address = request.address();
        if (address != null) {
            authentication.setDetails(new WebAuthenticationDetails(address, null));
        }
        new DelegatingSecurityContextRunnable(work, new SecurityContextImpl(authentication)).run();
    }

    private void importFile(Started job, BooleanSupplier stopping) {
        var bytesRead = new AtomicLong();
        try (var file = files.open(job.fileId(), bytesRead)) {
            catalogueImport.importFrom(
                    file,
                    job.request(),
                    refusals -> {
                        if (stopping.getAsBoolean()) {
                            throw new ImportStoppedException("the service stops");
                        }
                        jobs.advance(job.jobId(), bytesRead.get(), refusals);
                    },
                    CONCURRENT_BATCHES);
            jobs.end(job.jobId(), State.FINISHED, null);
        } catch (ErrorResponseException e) {
            failUnlessTemporary(job, e);
        } catch (DataAccessException e) {
            failIfUnstorable(job, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails a job whose file or key is refused. A conflict with another import of the same key passes. */
    private void failUnlessTemporary(Started job, ErrorResponseException refusal) {
        var isFinal = refusal.getStatusCode().is4xxClientError()
                && !refusal.getStatusCode().isSameCodeAs(HttpStatus.CONFLICT);
        if (!isFinal) {
            throw refusal;
        }
        jobs.end(job.jobId(), State.FAILED, refusal.getBody().getDetail());
    }

    /** Fails a job with a line that the database refuses each time. Otherwise, it would hold up all later jobs. */
    private void failIfUnstorable(Started job, DataAccessException failure) {
        var state = failure.getRootCause() instanceof SQLException refusal ? refusal.getSQLState() : null;
        if (state == null || !UNSTORABLE.contains(state.substring(0, 2))) {
            throw failure;
        }
        log.error("Import {} has a line that the database refuses", job.jobId(), failure);
        jobs.end(
                job.jobId(),
                State.FAILED,
                "The database refuses one of the next %d lines. Look for an unusual value in them."
                        .formatted(CONCURRENT_BATCHES * CatalogueImport.BATCH_LINES));
    }
}
