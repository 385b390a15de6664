package ecommerce.user;

import ecommerce.defaults.test.Contracts;
import ecommerce.defaults.test.ServiceTest;
import ecommerce.defaults.test.TestTokens;
import ecommerce.user.password.PasswordHashing;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Verifies the contracts that other services rely on against the running service. */
@ServiceTest
class ContractIT {

    @Autowired
    RestTestClient client;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PasswordHashing passwords;

    static List<String> contracts() {
        return Contracts.names();
    }

    @BeforeEach
    void createTheStateThatTheContractsNeed() {
        jdbc.sql("""
                        INSERT INTO users (user_id, first_name, last_name, email, username, password_hash, role,
                                           created_at, version)
                        VALUES (900001, 'Con', 'Tract', 'contract@example.com', 'contract', :hash, 'USER', now(), 0)
                        ON CONFLICT DO NOTHING
                        """).param("hash", passwords.encode("contract-password")).update();
        jdbc.sql("""
                        INSERT INTO address (address_id, user_id, full_address, postal_code, city, version)
                        VALUES (900001, 900001, 'Calle 10', '760044', 'Cali', 0) ON CONFLICT DO NOTHING
                        """).update();
        jdbc.sql("""
                        INSERT INTO refresh_token (token_hash, family_id, user_id, expires_at)
                        VALUES (sha256('contract-refresh-token'), gen_random_uuid(), 900001, now() + interval '1 day')
                        ON CONFLICT DO NOTHING
                        """).update();
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void keeps(String contract) {
        Contracts.verify(contract, client, TestTokens.service("order-service"));
    }
}
