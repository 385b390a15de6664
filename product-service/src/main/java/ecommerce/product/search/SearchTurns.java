package ecommerce.product.search;

import ecommerce.defaults.problem.Problem;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.core.exception.AcquirePermissionCancelledException;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Runs a few searches at the same time, because a flood of them would otherwise take all connections and all processor
 * time from other requests. Must not be called in a transaction: the searches that wait need no connection.
 */
@Component
public class SearchTurns {

    private final Bulkhead turns;

    SearchTurns(SearchProperties properties) {
        this.turns = Bulkhead.of(
                "search",
                BulkheadConfig.custom()
                        .maxConcurrentCalls(properties.atOnce())
                        .maxWaitDuration(properties.longestWait())
                        .build());
    }

    /** Runs a search when it is its turn. Throws 503 if it isn't its turn in time, or if its wait is interrupted. */
    public <T> T take(Supplier<T> search) {
        try {
            return turns.executeSupplier(search);
        } catch (BulkheadFullException | AcquirePermissionCancelledException e) {
            var problem = Problem.unavailable("Too many people search at the moment. Retry in a few seconds.");
            problem.getHeaders().set("Retry-After", "2");
            throw problem;
        }
    }
}
