package ecommerce.payment.refund;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface RefundRepository extends JpaRepository<Refund, Long> {

    Page<Refund> findByPaymentId(long paymentId, Pageable pageable);

    /** Finds refunds of all payments. A null status matches all refunds. */
    @Query("select r from Refund r where :status is null or r.status = :status")
    Page<Refund> search(@Nullable RefundStatus status, Pageable pageable);

    Optional<Refund> findByRefundIdAndPaymentId(long refundId, long paymentId);

    List<Refund> findByPaymentIdAndStatus(long paymentId, RefundStatus status);

    /** Returns the sum of all refunds that are made or pending. */
    @Query("select coalesce(sum(r.amount), 0) from Refund r where r.paymentId = :paymentId and r.status <> 'FAILED'")
    BigDecimal sumPromised(long paymentId);

    Optional<Refund> findByReference(UUID reference);

    /** Finds the latest attempt of a refund with the caller's reference. */
    Optional<Refund> findFirstByRequestReferenceOrderByRefundIdDesc(UUID requestReference);
}
