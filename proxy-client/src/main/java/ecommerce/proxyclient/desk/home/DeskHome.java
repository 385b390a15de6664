package ecommerce.proxyclient.desk.home;

import ecommerce.proxyclient.orderclient.OrderCountClient.ReconciliationResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the desk's home shows.
 *
 * @param reconciliation the last result; absent if there is none yet, or while order-service is unavailable
 */
public record DeskHome(
        List<DeskNumber> numbers,
        DeskAlerts alerts,
        @Nullable ReconciliationResult reconciliation) {}
