package ecommerce.favourite;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;

/** Checks that the settings that a service imports don't replace the service's own list of secrets. */
class RequiredSecretsTests {

    @ParameterizedTest
    @ValueSource(strings = {"DB_PASSWORD", "FAVOURITE_SERVICE_SECRET", "REGISTRY_PASSWORD", "CONFIG_PASSWORD"})
    void stopsTheStartIfASecretIsWeak(String name) {
        var arguments =
                new ArrayList<>(List.of("--spring.cloud.config.enabled=false", "--spring.main.banner-mode=off"));
        for (var secret : List.of("DB_PASSWORD", "FAVOURITE_SERVICE_SECRET", "REGISTRY_PASSWORD", "CONFIG_PASSWORD")) {
            arguments.add("--%s=%s".formatted(secret, secret.equals(name) ? "weak" : "b7f39c1e52d84a60"));
        }

        assertThatThrownBy(() ->
                        SpringApplication.run(FavouriteServiceApplication.class, arguments.toArray(String[]::new)))
                .hasMessageContaining("The secret %s has fewer than".formatted(name));
    }
}
