package ecommerce.order.reconciliation;

import ecommerce.defaults.audit.Audit;
import ecommerce.defaults.audit.AuditEvent;
import ecommerce.defaults.openapi.AlsoAnswers;
import ecommerce.defaults.problem.Problem;
import ecommerce.defaults.scheduling.DurableTasks;
import ecommerce.order.aftersale.OutcomeWait;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows staff the result of the last comparison and requests another one. */
@RestController
@RequestMapping("/api/orders/reconciliation")
@PreAuthorize("hasRole('ADMIN')")
@Tag(name = "orders")
class ReconciliationController {

    private final ReconciliationRuns runs;
    private final DurableTasks tasks;
    private final OutcomeWait outcome;
    private final Audit audit;

    ReconciliationController(ReconciliationRuns runs, DurableTasks tasks, OutcomeWait outcome, Audit audit) {
        this.runs = runs;
        this.tasks = tasks;
        this.outcome = outcome;
        this.audit = audit;
    }

    /**
     * Shows the result of the last comparison of orders, payments, reservations and shipments. All numbers of
     * mismatches should be zero.
     */
    @GetMapping
    @AlsoAnswers(HttpStatus.NOT_FOUND)
    ReconciliationRuns.Run last() {
        return runs.findLast().orElseThrow(() -> Problem.notFound("reconciliation", "yet"));
    }

    /**
     * Requests a comparison of orders, payments, reservations and shipments. Responds with its result if it is
     * complete soon, and otherwise with 202; a {@code GET} of the same path then shows the result when it is complete.
     * A comparison is repeated until all services answer.
     */
    @PostMapping
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "202", content = @Content)
    ResponseEntity<ReconciliationRuns.Run> run() {
        var before = runs.findLatestFinishedId();
        tasks.schedule(ReconciliationTask.runAfter(before));
        audit.recordAlone(AuditEvent.of("reconciliation.run", "reconciliation", "all"));
        var latest = outcome.await(runs::findLatestFinishedId, runId -> runId > before);
        return latest > before
                ? ResponseEntity.ok(last())
                : ResponseEntity.accepted()
                        .location(URI.create("/api/orders/reconciliation"))
                        .build();
    }
}
