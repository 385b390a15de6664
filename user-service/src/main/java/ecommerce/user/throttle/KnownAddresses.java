package ecommerce.user.throttle;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Remembers from which addresses each account was signed in to. */
@Component
class KnownAddresses {

    private final JdbcClient jdbc;
    private final ThrottleProperties properties;

    KnownAddresses(JdbcClient jdbc, ThrottleProperties properties) {
        this.jdbc = jdbc;
        this.properties = properties;
    }

    boolean contains(Counter accountAndAddress) {
        return jdbc.sql("SELECT count(*) FROM known_address WHERE counter = ? AND known_until > clock_timestamp()")
                        .param(accountAndAddress.key())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Remembers the address. Writes at most once a day for the same account and address. */
    void add(Counter accountAndAddress) {
        jdbc.sql("""
                        INSERT INTO known_address AS k (counter, known_until)
                        VALUES (:key, clock_timestamp() + :millis * interval '1 millisecond')
                        ON CONFLICT (counter) DO UPDATE SET known_until = excluded.known_until
                         WHERE k.known_until < excluded.known_until - interval '1 day'
                        """)
                .param("key", accountAndAddress.key())
                .param("millis", properties.signIn().addressKnownFor().toMillis())
                .update();
    }

    @Scheduled(fixedDelayString = "PT1H")
    void forgetOld() {
        jdbc.sql("DELETE FROM known_address WHERE known_until < clock_timestamp()")
                .update();
    }
}
