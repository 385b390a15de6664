package ecommerce.user.registration;

import static ecommerce.defaults.test.TestRequests.body;
import static ecommerce.defaults.test.TestRequests.number;
import static ecommerce.defaults.test.TestTokens.admin;
import static ecommerce.defaults.test.TestTokens.user;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.defaults.test.ServiceTest;
import ecommerce.defaults.test.TestRequests;
import ecommerce.user.TestUsers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@ServiceTest
class RegistrationIT {

    @Autowired
    RestTestClient client;

    @Autowired
    JdbcClient jdbc;

    @Test
    void registersACustomerRegardlessOfTheRoleAndHidesThePassword() {
        var alice = TestUsers.register(client);

        var body = TestRequests.as(client, user(alice.userId()))
                .get("/api/users/" + alice.userId())
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"0\"")
                .expectBody()
                .jsonPath("$.firstName")
                .isEqualTo("Grace")
                .jsonPath("$.credential.username")
                .isEqualTo(alice.username())
                .jsonPath("$.credential.roleBasedAuthority")
                .isEqualTo("ROLE_USER")
                .returnResult();
        assertThat(new String(body.getResponseBodyContent())).doesNotContain("assword");
        assertThat(jdbc.sql("SELECT password_hash FROM users WHERE user_id = ?")
                        .param(alice.userId())
                        .query(String.class)
                        .single())
                .startsWith("{pbkdf2@SpringSecurity_v5_8}");
    }

    @Test
    void returnsTheNewUserAsItsLocationShowsItLater() {
        var created = register(TestUsers.request("loc" + System.nanoTime()))
                .expectStatus()
                .isCreated()
                .returnResult(String.class);
        var location = String.valueOf(created.getResponseHeaders().getLocation());

        assertThat(location).matches("/api/users/\\d+");
        assertThat(TestRequests.as(client, admin())
                        .get(location)
                        .returnResult(String.class)
                        .getResponseBody())
                .isEqualTo(created.getResponseBody());
    }

    @Test
    void rejectsATakenNameOrEmailRegardlessOfCase() {
        var alice = TestUsers.register(client);

        register(TestUsers.request(alice.username().toUpperCase()))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("credential.username");
        var sameEmail = new HashMap<>(TestUsers.request("x" + alice.username()));
        sameEmail.put("email", alice.username().toUpperCase() + "@EXAMPLE.com");
        register(sameEmail)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("email");
    }

    @Test
    void namesTheTakenFieldToConcurrentRegistrations() throws Exception {
        var name = "race" + System.nanoTime();
        var requests = IntStream.range(0, 8)
                .<Callable<EntityExchangeResult<String>>>mapToObj(i -> () -> {
                    var request = new HashMap<>(TestUsers.request(name + i));
                    request.put("email", name + "@example.com");
                    return register(request).returnResult(String.class);
                })
                .toList();

        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers =
                    executor.invokeAll(requests).stream().map(Future::resultNow).toList();
            assertThat(answers)
                    .filteredOn(answer -> answer.getStatus().value() == 201)
                    .hasSize(1);
            assertThat(answers)
                    .filteredOn(answer -> answer.getStatus().value() != 201)
                    .allSatisfy(answer -> {
                        assertThat(answer.getStatus().value()).isEqualTo(409);
                        assertThat(answer.getResponseBody()).contains("\"field\":\"email\"");
                    });
        }
    }

    @Test
    void storesTheAddressesOfARegistration() {
        var request = new HashMap<>(TestUsers.request("addr" + System.nanoTime()));
        request.put(
                "addressDtos",
                List.of(Map.of("fullAddress", "1 Test Street", "postalCode", "01234", "city", "Testham")));

        var userId = number(body(register(request)), "userId");

        TestRequests.as(client, user(userId))
                .get("/api/addresses")
                .expectBody()
                .jsonPath("$.page.totalElements")
                .isEqualTo(1)
                .jsonPath("$.collection[0].fullAddress")
                .isEqualTo("1 Test Street");
    }

    @Test
    void storesNothingIfAnAddressIsInvalid() {
        var username = "noaddr" + System.nanoTime();
        var request = new HashMap<>(TestUsers.request(username));
        request.put("addressDtos", List.of(Map.of("fullAddress", "1 Test Street", "postalCode", "01234")));

        register(request)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("addressDtos[0].city");

        TestRequests.as(client, admin())
                .get("/api/users/username/" + username)
                .expectStatus()
                .isNotFound();
    }

    @ParameterizedTest
    @CsvSource({
        "firstName, '', firstName",
        "email, nonsense, email",
        "lastName, 'a\u0000b', lastName",
        "phone, letters, phone",
        "credential, , credential"
    })
    void namesTheInvalidField(String member, String value, String field) {
        var request = new HashMap<>(TestUsers.request("bad" + System.nanoTime()));
        request.put(member, value);

        register(request)
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field)
                .jsonPath("$.traceId")
                .isNotEmpty();
    }

    private ResponseSpec register(Map<String, ?> request) {
        return TestRequests.anonymous(client).post("/api/users", request);
    }
}
