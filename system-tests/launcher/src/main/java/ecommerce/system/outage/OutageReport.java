package ecommerce.system.outage;

import ecommerce.system.client.Account;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The results of an outage test and the final states of its orders.
 *
 * @param lastTraffic the time from the kill of product-service to the last request that a gateway sent to it
 * @param orders the number of orders by final status
 */
public record OutageReport(List<OutageResult> results, Optional<Duration> lastTraffic, Map<String, Long> orders) {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    static OutageReport of(List<OutageResult> results, Optional<Duration> lastTraffic, List<SteadyLoad.Placed> placed) {
        var orders = placed.parallelStream()
                .collect(Collectors.groupingBy(OutageReport::finalStatus, Collectors.counting()));
        return new OutageReport(List.copyOf(results), lastTraffic, Map.copyOf(orders));
    }

    private static String finalStatus(SteadyLoad.Placed placed) {
        var start = Instant.now();
        while (true) {
            var answer = placed.account().get("/api/orders/" + placed.orderId());
            var isFinal = answer.is(200) && !answer.text("orderStatus").equals("PENDING");
            if (isFinal || Duration.between(start, Instant.now()).compareTo(PATIENCE) > 0) {
                return answer.is(200) ? answer.text("orderStatus") : answer.toString();
            }
            Account.pause(200, 400);
        }
    }

    /** Returns the first result whose name starts with the given text. */
    public OutageResult result(String what) {
        return results.stream()
                .filter(result -> result.what().startsWith(what))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public String toString() {
        var rows = results.stream().map(OutageResult::toString);
        var traffic = lastTraffic
                .map(last -> "%.1f s after product-service was killed".formatted(last.toMillis() / 1000.0))
                .orElse("never");
        return Stream.of(
                        Stream.of(OutageResult.header()),
                        rows,
                        Stream.of("", "Last request sent to a killed instance: " + traffic, "Orders: " + orders))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }
}
