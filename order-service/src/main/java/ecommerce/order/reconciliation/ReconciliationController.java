package ecommerce.order.reconciliation;

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

    ReconciliationController(Reconciliation reconciliation, ReconciliationRuns runs) {
        this.reconciliation = reconciliation;
        this.runs = runs;
    }

    @GetMapping
    ReconciliationRuns.Run last() {
        return runs.findLast().orElseThrow(() -> Problem.notFound("reconciliation", "yet"));
    }

    @PostMapping
    ReconciliationRuns.Run run() {
        return reconciliation.run();
    }
}
