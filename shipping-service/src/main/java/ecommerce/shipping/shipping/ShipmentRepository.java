package ecommerce.shipping.shipping;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface ShipmentRepository extends JpaRepository<Shipment, Long> {

    @Query("select s from Shipment s where s.orderId = :orderId and s.part = 1")
    Optional<Shipment> findByOrderId(long orderId);

    /** Null asks for any. */
    @Query(
            """
            select s from Shipment s
             where (:userId is null or s.userId = :userId)
               and (:orderId is null or s.orderId = :orderId)
               and (:status is null or s.status = :status)
            """)
    Page<Shipment> search(
            @Nullable Long userId, @Nullable Long orderId, @Nullable ShippingStatus status, Pageable pageable);
}
