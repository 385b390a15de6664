package ecommerce.system.attack;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Counts the requests of an attack and collects what it finds, for each part of the attack. */
public final class AttackReport {

    private static final int SHOWN = 50;

    private final List<Part> parts = new ArrayList<>();
    private final List<String> findings = new ArrayList<>();
    private int requests;

    /**
     * A part that has run.
     *
     * @param requests how many requests were judged
     */
    private record Part(String name, int requests, int findings, Duration time) {

        @Override
        public String toString() {
            return "%-28s %,8d requests %5d findings %4d s".formatted(name, requests, findings, time.toSeconds());
        }
    }

    /** Runs a part of the attack. If it fails, that is a finding, and the other parts go on. */
    void part(String name, Runnable work) {
        var start = Instant.now();
        var requestsBefore = requests;
        var findingsBefore = findings.size();
        try {
            work.run();
        } catch (RuntimeException e) {
            find("%s: the attack can't go on: %s".formatted(name, e));
        }
        parts.add(new Part(
                name,
                requests - requestsBefore,
                findings.size() - findingsBefore,
                Duration.between(start, Instant.now())));
    }

    void count() {
        count(1);
    }

    void count(int number) {
        requests += number;
    }

    void find(String finding) {
        findings.add(finding);
    }

    public List<String> findings() {
        return List.copyOf(findings);
    }

    /** Returns how many requests were judged. */
    public int requests() {
        return requests;
    }

    /** Returns one line for each part, and the first findings. */
    @Override
    public String toString() {
        var lines = new ArrayList<>(parts.stream().map(Part::toString).toList());
        findings.stream().limit(SHOWN).forEach(lines::add);
        lines.add("%d requests, %d findings".formatted(requests, findings.size()));
        return String.join("\n", lines);
    }
}
