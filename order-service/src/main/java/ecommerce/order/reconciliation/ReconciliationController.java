package ecommerce.order.reconciliation;

import ecommerce.defaults.audit.Audit;
import ecommerce.defaults.audit.AuditEvent;
import ecommerce.defaults.problem.Problem;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows staff the result of the last comparison and starts another one. */
@RestController
@RequestMapping("/api/orders/reconciliation")
@PreAuthorize("hasRole('ADMIN')")
@Tag(name = "orders")
class ReconciliationController {

    private final Reconciliation reconciliation;
    private final ReconciliationRuns runs;
    private final Audit audit;

    ReconciliationController(Reconciliation reconciliation, ReconciliationRuns runs, Audit audit) {
        this.reconciliation = reconciliation;
        this.runs = runs;
        this.audit = audit;
    }

    @GetMapping
    ReconciliationRuns.Run last() {
        return runs.findLast().orElseThrow(() -> Problem.notFound("reconciliation", "yet"));
    }

    @PostMapping
    ReconciliationRuns.Run run() {
        var run = reconciliation.run();
        audit.recordAlone(AuditEvent.of("reconciliation.run", "reconciliation", run.runId()));
        return run;
    }
}
