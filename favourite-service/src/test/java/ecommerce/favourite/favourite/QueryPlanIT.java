package ecommerce.favourite.favourite;

import ecommerce.defaults.security.Caller;
import ecommerce.defaults.test.ServiceTest;
import ecommerce.defaults.test.database.WholeTableReads;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Checks the plans of list queries on a large table. */
@ServiceTest
class QueryPlanIT {

    private static final long FIRST = 50_000_000;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private FavouriteService favourites;

    @Test
    void readsNoWholeTable() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            var reads = WholeTableReads.fill(
                    jdbc,
                    List.of("INSERT INTO favourite (user_id, product_id, like_date)"
                            + " SELECT %1$d + g / 5, %1$d + g, now() FROM generate_series(0, 19999) AS g"
                                    .formatted(FIRST)));
            var staff = new Caller("1", "admin", Set.of("ADMIN"));
            var page = PageRequest.of(0, 20);
            reads.requireNone("favourites of a user", () -> favourites.search(FIRST + 7, null, page, staff));
            reads.requireNone("who likes a product", () -> favourites.search(null, FIRST + 7, page, staff));
            reads.requireNone("one favourite", () -> favourites.find(FIRST + 1, FIRST + 7, null, staff));
        });
    }
}
