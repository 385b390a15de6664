package ecommerce.user.user;

import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.defaults.test.ServiceTest;
import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
import ecommerce.user.TestUsers;
import ecommerce.user.password.PasswordHashing;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest
class LastStaffIT {

    private static final int ROUNDS = 10;
    private static final Map<?, ?> DEMOTION = Map.of("credential", Map.of("roleBasedAuthority", "ROLE_USER"));

    @Autowired
    RestTestClient client;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    UserService service;

    @Autowired
    UserRepository users;

    @Autowired
    PasswordHashing hashing;

    FirstAdmin firstAdmin;
    List<Long> others;
    long ann;
    long ben;

    @BeforeEach
    void leaveTwo() {
        firstAdmin = new FirstAdmin(service, users, hashing, "the-first-password");
        others = jdbc.sql("UPDATE users SET role = 'USER' WHERE role = 'ADMIN' RETURNING user_id")
                .query(Long.class)
                .list();
        ann = TestUsers.register(client).userId();
        ben = TestUsers.register(client).userId();
        promote(ann, ben);
    }

    @AfterEach
    void restore() {
        jdbc.sql("DELETE FROM users WHERE user_id IN (?, ?) OR username IN ('admin', 'alice', 'bob')")
                .params(ann, ben)
                .update();
        others.forEach(userId -> promote(userId));
    }

    @Test
    void keepsOneOfTwoWhoResignAtTheSameTime() throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var round = 0; round < ROUNDS; round++) {
                promote(ann, ben);
                var statuses = executor.invokeAll(List.of(demote(ann), demote(ben))).stream()
                        .map(future -> future.resultNow())
                        .toList();

                assertThat(statuses).containsExactlyInAnyOrder(200, 409);
                assertThat(staff()).hasSize(1);
            }
        }
    }

    @Test
    void keepsOneOfTwoWhoBlockEachOtherAtTheSameTime() throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var round = 0; round < ROUNDS; round++) {
                jdbc.sql("UPDATE users SET blocked_at = NULL, blocked_by = NULL, block_reason = NULL")
                        .update();
                var statuses = executor.invokeAll(List.of(block(ann, ben), block(ben, ann))).stream()
                        .map(future -> future.resultNow())
                        .toList();

                assertThat(statuses).containsOnlyOnce(200).containsAnyOf(401, 409);
                assertThat(users.findAllById(staff()))
                        .filteredOn(User::isBlocked)
                        .hasSize(1);
            }
        }
    }

    @Test
    void refusesToDeleteOrDemoteTheLast() {
        assertThat(TestRequests.as(client, TestTokens.staff(ann))
                        .delete("/api/users/" + ann)
                        .returnResult(String.class)
                        .getStatus()
                        .value())
                .isEqualTo(204);
        var last = TestRequests.as(client, TestTokens.staff(ben));

        last.delete("/api/users/" + ben).expectStatus().isEqualTo(409);
        last.patch("/api/users/" + ben, DEMOTION).expectStatus().isEqualTo(409);
        last.put("/api/credentials/" + ben, Map.of("roleBasedAuthority", "ROLE_USER"))
                .expectStatus()
                .isEqualTo(409);

        assertThat(staff()).containsExactly(ben);
    }

    @Test
    void doesntRestoreTheFirstAccountWhileThereIsOtherStaff() {
        jdbc.sql("DELETE FROM users WHERE username = 'admin'").update();

        firstAdmin.run(new DefaultApplicationArguments());

        assertThat(roleOfAdmin()).isEmpty();
    }

    @Test
    void createsTheFirstAccountOfAShopWithoutStaffWhateverEmailsAreTaken() {
        jdbc.sql("DELETE FROM users WHERE username = 'admin'").update();
        jdbc.sql("UPDATE users SET role = 'USER'").update();
        jdbc.sql("UPDATE users SET email = 'admin@example.com' WHERE user_id = ?")
                .param(ann)
                .update();

        firstAdmin.run(new DefaultApplicationArguments());

        assertThat(roleOfAdmin()).containsExactly("ADMIN");
        TestUsers.signIn(client, "admin", "the-first-password").expectStatus().isOk();
    }

    @Test
    void startsWithoutStaffIfACustomerHasTheNameOfTheFirstAccount() {
        jdbc.sql("DELETE FROM users WHERE username = 'admin'").update();
        jdbc.sql("UPDATE users SET role = 'USER'").update();
        jdbc.sql("UPDATE users SET username = 'admin' WHERE user_id = ?")
                .param(ann)
                .update();

        firstAdmin.run(new DefaultApplicationArguments());

        assertThat(roleOfAdmin()).containsExactly("USER");
    }

    @Test
    void makesNoStaffForADemonstration() {
        jdbc.sql("DELETE FROM users WHERE username = 'admin'").update();

        new DemoUsers(service, users, hashing).run(new DefaultApplicationArguments());

        assertThat(roleOfAdmin()).isEmpty();
        TestUsers.signIn(client, "alice", "alice-password").expectStatus().isOk();
    }

    private List<String> roleOfAdmin() {
        return jdbc.sql("SELECT role FROM users WHERE username = 'admin'")
                .query(String.class)
                .list();
    }

    private Callable<Integer> block(long blocker, long blocked) {
        return () -> TestRequests.as(client, TestTokens.staff(blocker))
                .put("/api/users/%d/block".formatted(blocked), Map.of("reason", "Quarrel"))
                .returnResult(String.class)
                .getStatus()
                .value();
    }

    private Callable<Integer> demote(long userId) {
        return () -> TestRequests.as(client, TestTokens.staff(userId))
                .patch("/api/users/" + userId, DEMOTION)
                .returnResult(String.class)
                .getStatus()
                .value();
    }

    private List<Long> staff() {
        return jdbc.sql("SELECT user_id FROM users WHERE role = 'ADMIN'")
                .query(Long.class)
                .list();
    }

    private void promote(long... userIds) {
        for (var userId : userIds) {
            jdbc.sql("UPDATE users SET role = 'ADMIN' WHERE user_id = ?")
                    .param(userId)
                    .update();
        }
    }
}
