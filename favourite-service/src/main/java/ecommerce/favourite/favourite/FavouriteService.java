package ecommerce.favourite.favourite;

import ecommerce.defaults.audit.Audit;
import ecommerce.defaults.audit.AuditEvent;
import ecommerce.defaults.problem.Problem;
import ecommerce.defaults.security.Caller;
import ecommerce.defaults.web.SortFields;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class FavouriteService {

    private static final SortFields SORT =
            new SortFields("user_id", Map.of("likeDate", "like_date", "productId", "product_id", "userId", "user_id"));

    private final FavouriteRepository favourites;
    private final Audit audit;

    FavouriteService(FavouriteRepository favourites, Audit audit) {
        this.favourites = favourites;
        this.audit = audit;
    }

    /** A favourite, and whether the call has added it. */
    record Liked(Favourite favourite, boolean isNew) {}

    Liked like(long productId, Caller caller) {
        var isNew = favourites.insert(caller.userId(), productId) == 1;
        return new Liked(find(caller.userId(), productId, null, caller), isNew);
    }

    /**
     * Finds a favourite. Fails with 404 if there is none or if it belongs to another user.
     *
     * @param likeDate must be that of the favourite; null accepts any
     */
    @Transactional(readOnly = true)
    Favourite find(long userId, long productId, @Nullable Instant likeDate, Caller caller) {
        return Optional.of(userId)
                .filter(caller::mayActFor)
                .flatMap(owner -> favourites.find(owner, productId))
                .filter(favourite -> likeDate == null || likeDate.equals(favourite.likeDate()))
                .orElseThrow(() -> Problem.notFound("favourite", productId));
    }

    @Transactional(readOnly = true)
    Page<Favourite> search(@Nullable Long userId, @Nullable Long productId, Pageable pageable, Caller caller) {
        var owner = caller.isAdmin() ? userId : Long.valueOf(caller.userId());
        return favourites.search(owner, productId, SORT.apply(pageable));
    }

    void unlike(long userId, long productId, @Nullable Instant likeDate, Caller caller) {
        var favourite = find(userId, productId, likeDate, caller);
        if (favourites.remove(favourite.userId(), favourite.productId()) == 0) {
            throw Problem.notFound("favourite", productId);
        }
        if (caller.isAdmin()) {
            audit.record(AuditEvent.of("favourite.delete", "favourite", userId + "/" + productId));
        }
    }
}
