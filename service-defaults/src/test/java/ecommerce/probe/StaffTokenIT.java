package ecommerce.probe;

import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.defaults.test.TestIntrospection;
import ecommerce.defaults.test.TestIntrospection.Answer;
import ecommerce.defaults.test.TestRequests;
import ecommerce.defaults.test.TestTokens;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StaffTokenIT extends ProbeTest {

    private static final Map<String, Integer> BODY = Map.of("number", 1);

    @ParameterizedTest
    @CsvSource({
        "2000001, ACTIVE, 200, 200",
        "2000002, WITHDRAWN, 401, 401",
        "2000003, UNAVAILABLE, 200, 503",
        "2000004, UNKNOWN_TO_PREVIOUS_VERSION, 200, 200"
    })
    void asksUserServiceAboutStaff(long userId, Answer answer, int read, int write) {
        TestIntrospection.answer(userId, answer);
        var staff = TestRequests.as(client, TestTokens.staff(userId));

        staff.get("/staff").expectStatus().isEqualTo(read);
        var written = staff.post("/staff", BODY);

        written.expectStatus().isEqualTo(write);
        switch (write) {
            case 401 ->
                written.expectHeader()
                        .value("WWW-Authenticate", value -> assertThat(value).contains("invalid_token"));
            case 503 -> written.expectHeader().valueEquals("Retry-After", "2");
            default -> written.expectBody().jsonPath("$").isEqualTo(1);
        }
    }

    @Test
    void treatsWithdrawnStaffAsNobodyAtPublicEndpoints() {
        TestIntrospection.answer(2_000_011, Answer.WITHDRAWN);

        TestRequests.as(client, TestTokens.staff(2_000_011))
                .get("/open")
                .expectStatus()
                .isOk();
    }

    @Test
    void remembersAnswersAndAsksOnlyAboutStaff() {
        var staff = TestRequests.as(client, TestTokens.staff(2_000_012));
        var customer = TestRequests.as(client, TestTokens.user(2_000_013));

        for (var i = 0; i < 50; i++) {
            staff.get("/staff").expectStatus().isOk();
            customer.get("/declared").expectStatus().isOk();
        }

        // More than one if the loop takes longer than an answer is remembered.
        assertThat(TestIntrospection.questionsAbout(2_000_012)).isBetween(1, 10);
        assertThat(TestIntrospection.questionsAbout(2_000_013)).isZero();
    }
}
