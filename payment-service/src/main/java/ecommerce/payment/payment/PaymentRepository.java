package ecommerce.payment.payment;

import ecommerce.payment.ledger.PaymentStatus;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

public interface PaymentRepository extends JpaRepository<Payment, Long> {

    Optional<Payment> findByOrderId(long orderId);

    Optional<Payment> findByReference(UUID reference);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from Payment p where p.orderId = :orderId")
    Optional<Payment> lockByOrderId(long orderId);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from Payment p where p.paymentId = :paymentId")
    Optional<Payment> lock(long paymentId);

    /** Finds payments. A null parameter matches all payments. */
    @Query("""
            select p from Payment p
             where (:userId is null or p.userId = :userId)
               and (:orderId is null or p.orderId = :orderId)
               and (:status is null or p.status = :status)
            """)
    Page<Payment> search(
            @Nullable Long userId, @Nullable Long orderId, @Nullable PaymentStatus status, Pageable pageable);
}
