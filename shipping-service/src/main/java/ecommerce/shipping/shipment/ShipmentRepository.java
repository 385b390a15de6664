package ecommerce.shipping.shipment;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

public interface ShipmentRepository extends JpaRepository<Shipment, Long> {

    @Query("select s.orderId from Shipment s where s.shippingId = :shippingId")
    Optional<Long> findOrderId(long shippingId);

    /**
     * Locks the order until the transaction ends. Every change of an order's shipments takes this lock before it reads
     * them. Row locks aren't enough: a statement that waits for a row doesn't see the part that a concurrent split has
     * inserted, and there is no row before the first shipment is created. The key is a hash that includes a name, so
     * that it differs from other advisory locks in the database.
     *
     * @return 1
     */
    @Query(nativeQuery = true, value = "SELECT 1 FROM pg_advisory_xact_lock(hashtextextended('shipment', :orderId))")
    int lockOrder(long orderId);

    /**
     * Locks and returns the order's shipments, sorted by part. The row locks also exclude replicas of an earlier
     * version that doesn't use {@link #lockOrder}.
     */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from Shipment s where s.orderId = :orderId order by s.part")
    List<Shipment> lockAll(long orderId);

    /** Locks the order and its shipments, and returns the shipments, sorted by part. */
    default List<Shipment> lockOrderAndShipments(long orderId) {
        lockOrder(orderId);
        return lockAll(orderId);
    }

    /**
     * Returns the ids of at most {@code limit} orders that have shipments, greater than {@code after} and at most
     * {@code upTo}.
     */
    @Query("select distinct s.orderId from Shipment s"
            + " where s.orderId > :after and s.orderId <= :upTo order by s.orderId")
    List<Long> findOrderIds(long after, long upTo, Limit limit);

    @Query("select s from Shipment s where s.orderId in :orderIds order by s.orderId, s.part")
    List<Shipment> findByOrderIdIn(Collection<Long> orderIds);

    /** Finds shipments. A null parameter is no condition. */
    @Query("""
            select s from Shipment s
             where (:userId is null or s.userId = :userId)
               and (:orderId is null or s.orderId = :orderId)
               and (:status is null or s.progress.status = :status)
            """)
    Page<Shipment> search(
            @Nullable Long userId, @Nullable Long orderId, @Nullable ShippingStatus status, Pageable pageable);
}
