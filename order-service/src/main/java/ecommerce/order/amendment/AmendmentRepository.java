package ecommerce.order.amendment;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface AmendmentRepository extends JpaRepository<Amendment, Long> {

    Optional<Amendment> findByReference(UUID reference);

    Optional<Amendment> findByAmendmentIdAndOrderId(long amendmentId, long orderId);

    Page<Amendment> findByOrderId(long orderId, Pageable pageable);

    /** Finds the order's oldest amendment with the status. */
    Optional<Amendment> findFirstByOrderIdAndStatusOrderByAmendmentId(long orderId, AmendmentStatus status);

    boolean existsByOrderIdAndKindAndStatusIn(long orderId, AmendmentKind kind, Collection<AmendmentStatus> statuses);

    /** Finds return requests and returns with one of the statuses. */
    @Query("""
            select a from Amendment a
             where a.kind = AmendmentKind.RETURN and a.status in :statuses
            """)
    Page<Amendment> findReturns(Collection<AmendmentStatus> statuses, Pageable pageable);

    /** Finds orders with a waiting amendment that have completed their route, so that the amendment can start. */
    @Query(nativeQuery = true, value = """
                    SELECT DISTINCT a.order_id FROM amendment a JOIN checkout c USING (order_id)
                     WHERE a.status = 'WAITING' AND c.position = 'DONE' ORDER BY a.order_id
                    """)
    List<Long> findOrdersToStart(Limit limit);
}
