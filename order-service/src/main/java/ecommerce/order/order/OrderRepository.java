package ecommerce.order.order;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

public interface OrderRepository extends JpaRepository<Order, Long> {

    @Query("select o from Order o left join fetch o.lines where o.orderId = :orderId")
    Optional<Order> findWithLines(long orderId);

    @Query("select o.orderId from Order o where o.cartId = :cartId")
    Optional<Long> findIdByCart(long cartId);

    @Query("select o.orderId from Order o where o.lifecycle.status = :status order by o.orderId")
    List<Long> findIdsByStatus(OrderStatus status, Limit limit);

    /** Finds the ids of flagged orders after the given id, in ascending order. A null parameter matches all orders. */
    @Query("""
            select o.orderId from Order o
             where o.lifecycle.attention.since is not null and o.orderId > :after
               and (:userId is null or o.userId = :userId)
               and (cast(:from as Instant) is null or o.orderDate >= :from)
               and (cast(:to as Instant) is null or o.orderDate < :to)
             order by o.orderId
            """)
    List<Long> findFlagged(
            long after, @Nullable Long userId, @Nullable Instant from, @Nullable Instant to, Limit limit);

    /** Finds orders. A null parameter matches all orders. With {@code flagged}, only flagged orders are found. */
    @Query("""
            select o from Order o
             where (:userId is null or o.userId = :userId)
               and (:status is null or o.lifecycle.status = :status)
               and (:flagged = false or o.lifecycle.attention.since is not null)
               and (cast(:from as Instant) is null or o.orderDate >= :from)
               and (cast(:to as Instant) is null or o.orderDate < :to)
            """)
    Page<Order> search(
            @Nullable Long userId,
            @Nullable OrderStatus status,
            boolean flagged,
            @Nullable Instant from,
            @Nullable Instant to,
            Pageable pageable);
}
