package ecommerce.order.cart;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Stores carts. A cart and its lines are read with one statement, which needs no transaction. */
public interface CartRepository extends JpaRepository<Cart, Long> {

    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    @Query("select c from Cart c left join fetch c.lines where c.userId = :userId and c.status = 'OPEN'")
    Optional<Cart> findOpen(long userId);

    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    @Query("select c from Cart c left join fetch c.lines where c.cartId = :cartId")
    Optional<Cart> findWithLines(long cartId);

    @Query("select c from Cart c left join fetch c.lines where c.guestCartId = :guestCartId")
    Optional<Cart> findGuest(UUID guestCartId);

    /** Locks the cart until the transaction ends. Call this before anything else reads the cart. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from Cart c where c.cartId = :cartId")
    Optional<Cart> lock(long cartId);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from Cart c where c.userId = :userId and c.status = 'OPEN'")
    Optional<Cart> lockOpen(long userId);

    /** Locks the user's open cart. Creates it if there is none. */
    default Cart openLocked(long userId) {
        var cart = Optional.<Cart>empty();
        while (cart.isEmpty()) { // the cart may be ordered between the two statements
            insertOpen(userId);
            cart = lockOpen(userId);
        }
        return cart.get();
    }

    Optional<Cart> findFirstByUserIdOrderByCartIdDesc(long userId);

    /** Locks a guest's cart. The second of two concurrent merges finds it merged. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from Cart c where c.guestCartId = :guestCartId")
    Optional<Cart> lockGuest(UUID guestCartId);

    /** Finds the ids of guests' carts that were last changed before the given time. */
    @Query("select c.cartId from Cart c where c.guestCartId is not null and c.changedAt < :time order by c.changedAt")
    List<Long> findUnusedGuests(Instant time, Limit limit);

    /** Finds users' carts. A null parameter matches all carts. */
    @Query("""
            select c from Cart c
             where c.userId is not null
               and (:userId is null or c.userId = :userId) and (:status is null or c.status = :status)
            """)
    Page<Cart> search(@Nullable Long userId, @Nullable CartStatus status, Pageable pageable);

    /** Creates an open cart unless the user has one. Only one of two concurrent calls creates it. */
    @Modifying
    @Query(nativeQuery = true, value = """
                    INSERT INTO cart (user_id, status, created_at, changed_at, version)
                    VALUES (:userId, 'OPEN', now(), now(), 0)
                    ON CONFLICT (user_id) WHERE status = 'OPEN' DO NOTHING
                    """)
    int insertOpen(long userId);

    /** Creates a guest's open cart unless there is one with this id. */
    @Modifying
    @Query(nativeQuery = true, value = """
                    INSERT INTO cart (guest_cart_id, status, created_at, changed_at, version)
                    VALUES (:guestCartId, 'OPEN', now(), now(), 0)
                    ON CONFLICT (guest_cart_id) DO NOTHING
                    """)
    int insertGuest(UUID guestCartId);
}
