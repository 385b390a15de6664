package ecommerce.product.catalogueimport.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Keeps the scheduler from running jobs, so that a test runs them by hand. */
abstract class PausedImportJobTest extends ImportJobTest {

    @Autowired
    protected ImportJobRunner runner;

    @Autowired
    protected ImportFiles files;

    @Autowired
    private Scheduler scheduler;

    @BeforeEach
    void pause() {
        scheduler.pause();
    }

    @AfterEach
    void continueWithAllJobs() {
        scheduler.resume();
        imports.awaitNoOpenJob();
    }
}
