package ecommerce.user.token;

import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.user.TestUsers;
import org.junit.jupiter.api.Test;

class OldestSignInIT extends RefreshTest {

    @Test
    void endsTheOldestSignInOfAUserWithManyOthers() {
        var oldest = signIn();
        change("""
                INSERT INTO refresh_family (family_id, user_id, signed_in_at)
                SELECT gen_random_uuid(), ?, now() + i * interval '1 millisecond' FROM generate_series(1, 48) i
                """);
        var fiftieth = signIn();
        var kept = refresh(oldest);

        signIn();

        refuses(kept);
        assertThat(refresh(fiftieth)).isNotNull();
        assertThat(count("refresh_family WHERE user_id = ?")).isEqualTo(50);
    }

    private String signIn() {
        return service.signIn(alice.username(), TestUsers.PASSWORD, ADDRESS).refreshToken();
    }
}
