package ecommerce.proxyclient.desk.home;

import ecommerce.proxyclient.alertclient.Alert;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The alerts on the desk's home.
 *
 * @param connected whether the shop has an Alertmanager
 * @param silent whether Prometheus sends nothing, so that alerts may be missing
 * @param firing the alerts that fire, the urgent ones first and then the newest; absent while Alertmanager is unavailable
 */
public record DeskAlerts(
        boolean connected, boolean silent, @Nullable List<Alert> firing) {

    static final DeskAlerts NOT_CONNECTED = new DeskAlerts(false, false, null);

    private static final String RUNBOOKS = "docs/runbooks.md";

    private static final Comparator<Alert> ORDER = Comparator.comparing(
                    (Alert alert) -> !alert.severity().equals("page"))
            .thenComparing(Alert::startsAt, Comparator.reverseOrder());

    /** @param read what Alertmanager has answered; null if it is unavailable */
    static DeskAlerts of(@Nullable List<Alert> read) {
        if (read == null) {
            return new DeskAlerts(true, false, null);
        }
        var firing =
                read.stream().filter(alert -> !alert.isWatchdog()).sorted(ORDER).toList();
        return new DeskAlerts(true, read.stream().noneMatch(Alert::isWatchdog), firing);
    }

    /** Returns the address of an alert's runbook; null if it has none. The desk shows those of the shop's own rules. */
    public static @Nullable String runbook(Alert alert) {
        var url = alert.runbookUrl();
        if (url != null && url.startsWith(RUNBOOKS)) {
            return "/app/desk/runbooks" + url.substring(RUNBOOKS.length());
        }
        return url != null && url.matches("https?://.+") ? url : null;
    }
}
