package ecommerce.system.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ServiceCommandTests {

    private static final List<String> APPLICATION = List.of("-jar", "service.jar");

    @Test
    void setsTheAddressesOfAllServices() {
        var environment = ServiceCommand.environment(Instance.first(ServiceDefinition.PRODUCT_SERVICE), 100, Map.of());

        assertThat(environment)
                .containsEntry("SPRING_PROFILES_ACTIVE", "local")
                .containsEntry("SERVER_ADDRESS", "127.0.0.1")
                .containsEntry("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1")
                .containsEntry("SERVER_PORT", "8182")
                .containsEntry("MANAGEMENT_SERVER_PORT", "9182")
                .containsEntry("CONFIG_URL", "http://localhost:8988")
                .containsEntry("EUREKA_URL", "http://localhost:8861/eureka/")
                .containsEntry("AUTH_URL", "http://localhost:8181")
                .containsEntry("ISSUER_URL", "http://localhost:8180")
                .containsEntry("DB_ENDPOINT", "localhost:15532");
    }

    @ParameterizedTest
    @MethodSource("ecommerce.system.application.ServiceDefinition#all")
    void setsThePortsThatTheLauncherChecks(ServiceDefinition service) {
        var ports = Ports.of(200, List.of(Instance.first(service)));

        assertThat(ServiceCommand.environment(Instance.first(service), 200, Map.of()))
                .containsEntry("SERVER_PORT", ports.get(service.serviceName()).toString())
                .containsEntry(
                        "MANAGEMENT_SERVER_PORT",
                        ports.get(service.serviceName() + "'s management").toString())
                .containsEntry("DB_ENDPOINT", "localhost:" + ports.get("the database"));
    }

    @ParameterizedTest
    @MethodSource("ecommerce.system.application.ServiceDefinition#all")
    void setsOnlyTheServicesOwnLogin(ServiceDefinition service) {
        var environment = ServiceCommand.environment(Instance.first(service), 0, Map.of());

        assertThat(environment.get("DB_USERNAME")).isEqualTo(service.schema().orElse(null));
        assertThat(environment.get("DB_PASSWORD"))
                .isEqualTo(service.schema().map(schema -> "local-" + schema).orElse(null));
        assertThat(environment.values())
                .doesNotContain(LocalLogins.ADMINISTRATOR)
                .noneMatch(value -> value.endsWith("_owner"));
    }

    @Test
    void letsACallerAddAndReplaceVariables() {
        var more = Map.of("SPRING_PROFILES_ACTIVE", "local,slow", "PAYMENT_DELAY", "2s");

        assertThat(ServiceCommand.environment(Instance.first(ServiceDefinition.PAYMENT_SERVICE), 0, more))
                .containsAllEntriesOf(more)
                .containsEntry("SERVER_PORT", "8084");
    }

    @ParameterizedTest
    @MethodSource("ecommerce.system.application.ServiceDefinition#all")
    void runsTheServicesJarWithTheLaunchersOwnJava(ServiceDefinition service) {
        assertThat(ServiceCommand.of(service, Compilation.TIERED, Optional.empty(), APPLICATION))
                .startsWith(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString())
                .endsWith("-jar", "service.jar")
                .anyMatch(argument -> argument.startsWith("-Xmx"))
                .noneMatch(argument -> argument.startsWith("-XX:AOTCache"));
    }

    @ParameterizedTest
    @MethodSource("ecommerce.system.application.ServiceDefinition#all")
    void usesBothCompilersUnlessTheShopIsShortLived(ServiceDefinition service) {
        var quickAlone = "-XX:TieredStopAtLevel=1";

        assertThat(ServiceCommand.of(service, Compilation.TIERED, Optional.empty(), APPLICATION))
                .doesNotContain(quickAlone);
        assertThat(ServiceCommand.of(service, Compilation.QUICK, Optional.empty(), APPLICATION)
                        .contains(quickAlone))
                .as("user-service hashes passwords")
                .isEqualTo(service != ServiceDefinition.USER_SERVICE);
    }
}
