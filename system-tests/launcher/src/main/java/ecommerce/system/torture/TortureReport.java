package ecommerce.system.torture;

import java.time.Duration;
import java.util.Map;

/** Renders the events of a torture test and the guarantees that held, as Markdown tables. */
public final class TortureReport {

    private final TortureSettings settings;
    private final Duration driven;
    private final Seen seen;
    private final Map<String, Integer> kills;
    private final Map<String, Long> outcomes;
    private final Map<String, String> held;

    TortureReport(
            TortureSettings settings,
            Duration driven,
            Seen seen,
            Map<String, Integer> kills,
            Map<String, Long> outcomes,
            Map<String, String> held) {
        this.settings = settings;
        this.driven = driven;
        this.seen = seen;
        this.kills = Map.copyOf(kills);
        this.outcomes = outcomes;
        this.held = held;
    }

    /** Returns the number of successful checkouts. */
    public int placed() {
        return seen.placed.size();
    }

    @Override
    public String toString() {
        var text = new StringBuilder("%n%d concurrent customers for %d min %d s, seed %d%n"
                .formatted(settings.customers(), driven.toMinutes(), driven.toSecondsPart(), settings.seed()));
        text.append("%n| event | count |%n| --- | ---: |%n".formatted());
        row(text, "checkouts", seen.checkouts.get());
        row(text, "sent twice at the same moment", seen.repeats.get());
        row(text, "answered 201", seen.placed.size());
        row(text, "refused", seen.refusals.get());
        row(text, "cancelled by the customer", seen.cancelled.size());
        row(text, "orders returned", seen.returned.size());
        row(text, "parcels split", seen.splits.get());
        row(text, "part cancellations", seen.partCancels.get());
        row(text, "part returns", seen.partReturns.get());
        row(text, "refunds as goodwill", seen.goodwill.size());
        row(text, "parcels lost", seen.lostParcels.get());
        row(text, "deliveries corrected", seen.corrections.get());
        outcomes.forEach((status, count) -> row(text, "orders that ended " + status, count));
        kills.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(kill -> row(text, "kill -9 " + kill.getKey(), kill.getValue()));
        text.append("%n| guarantee that held | checked |%n| --- | ---: |%n".formatted());
        held.forEach((promise, count) -> row(text, promise, count));
        return text.toString();
    }

    private static void row(StringBuilder text, String what, Object count) {
        text.append("| %s | %s |%n".formatted(what, count));
    }
}
