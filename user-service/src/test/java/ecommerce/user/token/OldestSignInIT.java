package ecommerce.user.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ecommerce.defaults.test.ServiceTest;
import ecommerce.user.TestUsers;
import ecommerce.user.TestUsers.TestUser;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest
class OldestSignInIT {

    private static final String ADDRESS = "127.0.0.1";

    @Autowired
    RestTestClient client;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TokenService service;

    @Test
    void endsTheOldestSignInOfAUserWithManyOthers() {
        var alice = TestUsers.register(client);
        var oldest = signIn(alice);
        jdbc.sql("""
                        INSERT INTO refresh_family (family_id, user_id, signed_in_at)
                        SELECT gen_random_uuid(), ?, now() + i * interval '1 millisecond' FROM generate_series(1, 48) i
                        """).param(alice.userId()).update();
        var fiftieth = signIn(alice);
        var kept = service.refresh(oldest, ADDRESS).refreshToken();

        signIn(alice);

        assertThatExceptionOfType(BadCredentialsException.class).isThrownBy(() -> service.refresh(kept, ADDRESS));
        assertThat(service.refresh(fiftieth, ADDRESS).refreshToken()).isNotNull();
        assertThat(jdbc.sql("SELECT count(*) FROM refresh_family WHERE user_id = ?")
                        .param(alice.userId())
                        .query(Long.class)
                        .single())
                .isEqualTo(50);
    }

    private String signIn(TestUser user) {
        return service.signIn(user.username(), TestUsers.PASSWORD, ADDRESS).refreshToken();
    }
}
