package ecommerce.proxyclient.alertclient;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An alert that fires.
 *
 * @param labels its name as {@code alertname}, and its {@code severity}
 * @param annotations its {@code summary}, and its {@code runbook_url} if there is one
 */
public record Alert(Map<String, String> labels, Map<String, String> annotations, Instant startsAt) {

    public Alert {
        labels = Objects.requireNonNullElse(labels, Map.of());
        annotations = Objects.requireNonNullElse(annotations, Map.of());
    }

    public String name() {
        return labels.getOrDefault("alertname", "");
    }

    /** Returns {@code page} or {@code ticket} for the shop's own rules; other rules may have others, or none. */
    public String severity() {
        return labels.getOrDefault("severity", "");
    }

    public String summary() {
        return annotations.getOrDefault("summary", "");
    }

    public @Nullable String runbookUrl() {
        return annotations.get("runbook_url");
    }

    /** Returns whether this is the alert that always fires, which shows that Prometheus works. */
    public boolean isWatchdog() {
        return name().equals("Watchdog");
    }
}
