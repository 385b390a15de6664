package ecommerce.defaults.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobEnvironmentTests {

    @Test
    void findsTheLoginsByTheNamesOfTheVariables() {
        var environment = new JobEnvironment(Map.of(
                "DB_PASSWORD", "the-administrators",
                "USER_SERVICE_DB_PASSWORD", "of-the-user-service",
                "USER_SERVICE_DB_OWNER_PASSWORD", "of-its-owner-login",
                "ORDER_SERVICE_DB_PASSWORD", "of-the-order-service",
                "ORDER_SERVICE_DB_OWNER_PASSWORD", "of-that-owner-login"));

        assertThat(environment.logins())
                .containsExactly(
                        new SchemaLogins("order_service", "of-the-order-service", "of-that-owner-login"),
                        new SchemaLogins("user_service", "of-the-user-service", "of-its-owner-login"));
        assertThat(environment.logins()).hasToString("[order_service, user_service]");
    }

    @Test
    void namesTheVariableThatIsMissing() {
        var missing = new JobEnvironment(Map.of("USER_SERVICE_DB_OWNER_PASSWORD", "of-its-owner-login"));

        assertThatThrownBy(missing::logins).hasMessage("The environment variable USER_SERVICE_DB_PASSWORD is not set.");
        assertThatThrownBy(new JobEnvironment(Map.of())::logins).hasMessageContaining("there are no logins to make");
    }

    @ParameterizedTest
    @CsvSource({
        "USER_SERVICE_DB_PASSWORD, short",
        "USER_SERVICE_DB_PASSWORD, aaaaaaaaaaaaaaaa",
        "USER_SERVICE_DB_OWNER_PASSWORD, please-changeme",
        "DB_PASSWORD, local-database",
        "DB_PASSWORD, admin-password"
    })
    void refusesAWeakPasswordWithoutShowingIt(String name, String weak) {
        var variables = new HashMap<>(Map.of(
                "DB_PASSWORD", "the-administrators",
                "USER_SERVICE_DB_PASSWORD", "of-the-user-service",
                "USER_SERVICE_DB_OWNER_PASSWORD", "of-its-owner-login"));
        variables.put(name, weak);
        var environment = new JobEnvironment(variables);

        assertThatThrownBy(() -> {
                    environment.logins();
                    environment.requireSecret("DB_PASSWORD");
                })
                .hasMessageContaining(name + " holds a weak secret")
                .hasMessageNotContaining(weak);
    }

    @Test
    void verifiesTheServerIfItsCertificateIsKnown() {
        var known = new JobEnvironment(Map.of("DB_ENDPOINT", "database:5432", "DB_CA_CERTIFICATE", "-----BEGIN"));

        assertThat(new JobEnvironment(Map.of("DB_ENDPOINT", "database:5432", "DB_NAME", "shop")).url())
                .isEqualTo("jdbc:postgresql://database:5432/shop?logServerErrorDetail=false");
        assertThat(known.url())
                .startsWith("jdbc:postgresql://database:5432/ecommerce?logServerErrorDetail=false&sslmode=verify-full&")
                .endsWith("sslfactoryarg=env:DB_CA_CERTIFICATE");
    }
}
