package ecommerce.user.address;

import ecommerce.defaults.security.Caller;
import ecommerce.defaults.test.ServiceTest;
import ecommerce.defaults.test.database.WholeTableReads;
import ecommerce.user.user.Role;
import ecommerce.user.user.UserRepository;
import ecommerce.user.user.UserService;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Verifies that queries for users and addresses don't scan whole tables. */
@ServiceTest
class AddressQueryPlanIT {

    private static final long FIRST = 50_000_000;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private AddressService addresses;

    @Autowired
    private UserRepository users;

    @Autowired
    private UserService service;

    @Test
    void scansNoWholeTable() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            var reads = fill();
            var staff = new Caller("1", "admin", Set.of("ADMIN"));
            var page = PageRequest.of(0, 20);
            reads.requireNone("addresses of a user", () -> addresses.search(FIRST + 7, null, page, staff));
            reads.requireNone("addresses for an order", () -> addresses.findAllOf(FIRST + 7));
            reads.requireNone("a user by name", () -> users.findByUsername("Plan50000007"));
            reads.requireNone("users by a part", () -> service.search("B50000007", null, null, page));
            reads.requireNone("staff", () -> service.search("", Role.ADMIN, null, page));
            reads.requireNone("blocked users", () -> service.search("", null, true, page));
            reads.requireNone("whether an email is taken", () -> users.existsByEmail("plan50000007@example.com", 1));
        });
    }

    /** Fills the tables, and merges the pending lists of the indexes, as autovacuum does. They affect the planner's costs. */
    private WholeTableReads fill() {
        var reads = WholeTableReads.fill(jdbc, inserts());
        for (var index : List.of("users_name_idx", "users_username_idx", "users_email_idx")) {
            WholeTableReads.asOwner(jdbc, "SELECT gin_clean_pending_list('%s')".formatted(index));
        }
        return reads;
    }

    private static List<String> inserts() {
        var series = " FROM generate_series(%d, %d) AS g".formatted(FIRST, FIRST + 9_999);
        return Stream.of(
                        "INSERT INTO users (user_id, first_name, last_name, email, username, password_hash, role, created_at,"
                                + " version) SELECT g, 'A', 'B' || g, 'plan' || g || '@example.com', 'plan' || g, 'x', 'USER', now(), 0",
                        "INSERT INTO address (user_id, full_address, postal_code, city, version) SELECT g, 'A', '1', 'C', 0")
                .map(insert -> insert + series)
                .toList();
    }
}
