package ecommerce.user;

import ecommerce.defaults.test.TestTokens;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores the member of staff whose tokens {@link TestTokens#admin()} returns. */
@Component
class TestStaff implements ApplicationRunner {

    private final JdbcClient jdbc;

    TestStaff(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        jdbc.sql("""
                        INSERT INTO users (user_id, first_name, last_name, email, username, password_hash, role, created_at, version)
                        VALUES (?, 'Sam', 'Staff', 'sam.staff@example.org', 'sam.staff', '{noop}never used', 'ADMIN',
                                '2020-01-01T00:00:00Z', 0)
                        ON CONFLICT DO NOTHING
                        """).param(TestTokens.STAFF_ID).update();
    }
}
