package ecommerce.order.order;

import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Query;

public interface OrderRepository extends JpaRepository<Order, Long>, JpaSpecificationExecutor<Order> {

    @Query("select o from Order o left join fetch o.lines where o.orderId = :orderId")
    Optional<Order> findWithLines(long orderId);

    @Query("select o.orderId from Order o where o.cartId = :cartId")
    Optional<Long> findIdByCart(long cartId);

    @Query("select o.orderId from Order o where o.lifecycle.status = :status order by o.orderId")
    List<Long> findIdsByStatus(OrderStatus status, Limit limit);

    /**
     * Plans all further statements of the transaction for their parameters, because a plan for any text can't use the
     * index of email addresses.
     *
     * @return the setting
     */
    @Query(value = "SELECT set_config('plan_cache_mode', 'force_custom_plan', true)", nativeQuery = true)
    String planForParameters();
}
