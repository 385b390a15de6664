package ecommerce.defaults.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RefusalBudgetTests {

    private final RefusalBudget budget = new RefusalBudget(new RefusalLimits(Duration.ofHours(1), 20, 50, 1_000));

    @Test
    void storesWhatACallerRepeatsOnce() {
        assertThat(stored("mallory", 3, "same")).isEqualTo(1);
        assertThat(stored("alice", 3, "same")).isEqualTo(1);
    }

    @Test
    void storesABoundedNumberForEachCallerAndForAll() {
        assertThat(stored("mallory", 100, "first ")).isEqualTo(20);
        assertThat(stored("alice", 10, "second ")).isEqualTo(10);
        var network = IntStream.range(0, 500).mapToLong(address -> stored("address " + address, 1, "any"));

        assertThat(network.sum()).isEqualTo(20);
        assertThat(budget.allows("webhook.refused", "mallory", "other action")).isTrue();
    }

    /** Returns how many of some refusals are stored. A subject that ends with a blank gets a number. */
    private long stored(String caller, int refusals, String subject) {
        return IntStream.range(0, refusals)
                .filter(number ->
                        budget.allows("sign-in.refused", caller, subject.endsWith(" ") ? subject + number : subject))
                .count();
    }
}
