package ecommerce.proxyclient.desk.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class TypedTimeTests {

    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

    @Test
    void isATimeOfTheZone() {
        assertThat(TypedTime.instant("2026-01-02T03:00", MADRID)).isEqualTo("2026-01-02T02:00:00Z");
        assertThat(TypedTime.instant("2026-07-02T03:00", MADRID)).isEqualTo("2026-07-02T01:00:00Z");
    }

    @Test
    void staysAsItIsInAnotherForm() {
        assertThat(TypedTime.instant("2026-01-02T03:00:00Z", MADRID)).isEqualTo("2026-01-02T03:00:00Z");
        assertThat(TypedTime.instant("yesterday", MADRID)).isEqualTo("yesterday");
    }
}
