package ecommerce.favourite.favourite;

import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface FavouriteRepository extends JpaRepository<Favourite, Favourite.Id> {

    /** Finds favourites. A null parameter is no condition. */
    @Query("""
            select f from Favourite f
             where (:userId is null or f.id.userId = :userId) and (:productId is null or f.id.productId = :productId)
            """)
    Page<Favourite> search(@Nullable Long userId, @Nullable Long productId, Pageable pageable);

    /** Inserts a favourite. Returns 1 if it is new, 0 otherwise. Only one of two concurrent calls returns 1. */
    @Modifying
    @Query(nativeQuery = true, value = """
                    INSERT INTO favourite (user_id, product_id, like_date) VALUES (:userId, :productId, now())
                    ON CONFLICT DO NOTHING
                    """)
    int insert(long userId, long productId);

    @Modifying
    @Query("delete from Favourite f where f.id.userId = :userId and f.id.productId = :productId")
    int remove(long userId, long productId);
}
