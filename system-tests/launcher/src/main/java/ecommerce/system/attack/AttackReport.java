package ecommerce.system.attack;

import java.util.ArrayList;
import java.util.List;

/** Counts the requests of an attack and collects what it finds. */
public final class AttackReport {

    private static final int SHOWN = 50;

    private final List<String> findings = new ArrayList<>();
    private int requests;

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

    @Override
    public String toString() {
        var lines = new ArrayList<>(findings.stream().limit(SHOWN).toList());
        lines.add("%d requests, %d findings".formatted(requests, findings.size()));
        return String.join("\n", lines);
    }
}
