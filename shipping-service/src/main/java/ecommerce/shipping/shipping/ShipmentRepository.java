package ecommerce.shipping.shipping;

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

interface ShipmentRepository extends JpaRepository<Shipment, Long> {

    @Query("select s.orderId from Shipment s where s.shippingId = :shippingId")
    Optional<Long> findOrderId(long shippingId);

    /**
     * Locks the order until the transaction ends. Every change of an order's shipments takes this lock before it reads
     * them. Row locks aren't enough: a statement that waits for a row doesn't see the part that a split has inserted
     * meanwhile, and there is no row before the first shipment is created. The key is hashed with the name, so that it
     * doesn't meet other advisory locks of the database.
     *
     * @return 1
     */
    @Query(nativeQuery = true, value = "SELECT 1 FROM pg_advisory_xact_lock(hashtextextended('shipment', :orderId))")
    int lockOrder(long orderId);

    /** The order's shipments, the first part first. The row locks also exclude replicas of a version before lockOrder. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from Shipment s where s.orderId = :orderId order by s.part")
    List<Shipment> lockAll(long orderId);

    /**
     * Returns the ids of at most {@code size} orders with shipments, after the first id, up to and including the
     * second.
     */
    @Query(
            "select distinct s.orderId from Shipment s where s.orderId > :after and s.orderId <= :upTo order by s.orderId")
    List<Long> findOrderIds(long after, long upTo, Limit limit);

    @Query("select s from Shipment s where s.orderId in :orderIds order by s.orderId, s.part")
    List<Shipment> findByOrderIdIn(Collection<Long> orderIds);

    /** Finds shipments. A parameter that is null isn't compared. */
    @Query("""
            select s from Shipment s
             where (:userId is null or s.userId = :userId)
               and (:orderId is null or s.orderId = :orderId)
               and (:status is null or s.progress.status = :status)
            """)
    Page<Shipment> search(
            @Nullable Long userId, @Nullable Long orderId, @Nullable ShippingStatus status, Pageable pageable);
}
