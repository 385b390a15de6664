package ecommerce.order.order;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

public interface OrderRepository extends JpaRepository<Order, Long> {

    @Query("select o from Order o left join fetch o.lines where o.orderId = :orderId")
    Optional<Order> findWithLines(long orderId);

    /** With lines and history, to be shown outside of a transaction. */
    @EntityGraph(attributePaths = {"lines", "history"})
    @Query("select o from Order o where o.orderId = :orderId")
    Optional<Order> findWhole(long orderId);

    long countByStatus(OrderStatus status);

    /** Empty if no order has the status. */
    @Query("select min(o.orderDate) from Order o where o.status = :status")
    Optional<Instant> oldestDate(OrderStatus status);

    /** Null asks for any. */
    @Query(
            """
            select o from Order o
             where (:userId is null or o.userId = :userId)
               and (:status is null or o.status = :status)
               and (cast(:from as Instant) is null or o.orderDate >= :from)
               and (cast(:to as Instant) is null or o.orderDate < :to)
            """)
    Page<Order> search(
            @Nullable Long userId,
            @Nullable OrderStatus status,
            @Nullable Instant from,
            @Nullable Instant to,
            Pageable pageable);
}
