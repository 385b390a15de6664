package ecommerce.product.product;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface ProductRepository extends JpaRepository<Product, Long> {

    @Query("select p from Product p join fetch p.category where p.productId = :productId and p.deletedAt is null")
    Optional<Product> findUndeleted(long productId);

    /** For a change, also one of the stock alone: the version counts on. */
    @Lock(LockModeType.OPTIMISTIC_FORCE_INCREMENT)
    @Query("select p from Product p where p.productId = :productId and p.deletedAt is null")
    Optional<Product> findForChange(long productId);

    @Query("select count(p) > 0 from Product p where function('sku_key', p.sku) = function('sku_key', :sku)"
            + " and p.deletedAt is null and p.productId <> :exceptId")
    boolean existsBySku(String sku, long exceptId);
}
