package ecommerce.order.checkout;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface CheckoutRepository extends JpaRepository<Checkout, Long> {

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("""
            select c from Checkout c
             where c.orderId = :orderId and c.position = :position and c.round = :round and not c.parked
            """)
    Optional<Checkout> lock(long orderId, CheckoutPosition position, int round);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from Checkout c where c.orderId = :orderId")
    Optional<Checkout> lock(long orderId);
}
