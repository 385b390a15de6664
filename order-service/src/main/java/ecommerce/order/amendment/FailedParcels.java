package ecommerce.order.amendment;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Creates amendments for parcels that were lost or came back. The customer is refunded for their pieces. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class FailedParcels {

    private final Amendments amendments;

    FailedParcels(Amendments amendments) {
        this.amendments = amendments;
    }

    /**
     * Writes off the pieces of a lost parcel.
     *
     * @param eventId identifies the failure; a repeated report changes nothing
     */
    public void lose(long orderId, UUID eventId, Map<Long, Integer> pieces, String why) {
        add(orderId, eventId, AmendmentKind.LOST, pieces, false, why);
    }

    /**
     * Takes back the pieces of a parcel that couldn't be delivered.
     *
     * @param eventId identifies the failure; a repeated report changes nothing
     * @param restock whether the pieces go back on sale
     */
    public void bringBack(long orderId, UUID eventId, Map<Long, Integer> pieces, boolean restock, String why) {
        add(orderId, eventId, AmendmentKind.UNDELIVERABLE, pieces, restock, why);
    }

    private void add(
            long orderId, UUID eventId, AmendmentKind kind, Map<Long, Integer> pieces, boolean restock, String why) {
        if (!pieces.isEmpty() && amendments.find(eventId).isEmpty()) {
            amendments.add(new Amendment(
                    orderId, eventId, kind, AmendmentStatus.WAITING, pieces, restock, why, "shipping-service"));
        }
    }
}
