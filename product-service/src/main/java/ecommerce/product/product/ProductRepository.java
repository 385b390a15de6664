package ecommerce.product.product;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface ProductRepository extends JpaRepository<Product, Long> {

    /** Locks the row until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from Product p where p.productId = :productId and p.deletedAt is null")
    Optional<Product> lockUndeleted(long productId);

    @Query("select count(p) > 0 from Product p"
            + " where function('sku_key', p.sku) = function('sku_key', :sku)"
            + " and p.deletedAt is null and p.productId <> :exceptId")
    boolean existsBySku(String sku, long exceptId);
}
