package ecommerce.order.cart;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

public interface CartRepository extends JpaRepository<Cart, Long> {

    @Query("select c from Cart c left join fetch c.lines where c.userId = :userId and c.status = 'OPEN'")
    Optional<Cart> findOpen(long userId);

    @Query("select c from Cart c left join fetch c.lines where c.cartId = :cartId")
    Optional<Cart> findWithLines(long cartId);

    /** Null asks for any. */
    @Query(
            """
            select c from Cart c
             where (:userId is null or c.userId = :userId) and (:status is null or c.status = :status)
            """)
    Page<Cart> search(@Nullable Long userId, @Nullable CartStatus status, Pageable pageable);

    /** Makes an open cart unless the user has one; of two at once, one does. */
    @Modifying
    @Query(
            nativeQuery = true,
            value =
                    """
                    INSERT INTO cart (user_id, status, created_at, version) VALUES (:userId, 'OPEN', now(), 0)
                    ON CONFLICT (user_id) WHERE status = 'OPEN' DO NOTHING
                    """)
    int insertOpen(long userId);
}
