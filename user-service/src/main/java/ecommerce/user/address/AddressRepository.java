package ecommerce.user.address;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface AddressRepository extends JpaRepository<Address, Long> {

    /** Finds addresses by user and city, ignoring case. A parameter that is null matches all addresses. */
    @Query("""
            select a from Address a
             where (:userId is null or a.userId = :userId)
               and (:city is null or lower(a.city) = lower(cast(:city as string)))
            """)
    Page<Address> search(@Nullable Long userId, @Nullable String city, Pageable pageable);

    long countByUserId(long userId);

    List<Address> findFirst100ByUserIdOrderByAddressId(long userId);

    Optional<Address> findByAddressIdAndUserId(long addressId, long userId);
}
