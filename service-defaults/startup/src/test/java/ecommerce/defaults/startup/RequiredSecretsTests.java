package ecommerce.defaults.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

class RequiredSecretsTests {

    private static final String STRONG = "b7f39c1e52d84a60";

    @Test
    void abortsTheStartAndNamesMissingSecrets() {
        var context = contextWith(Map.of(
                "shop.required-secrets[0]", "DB_PASSWORD",
                "shop.required-secrets[1]", "ORDER_SERVICE_SECRET",
                "DB_PASSWORD", STRONG));

        assertThatExceptionOfType(MissingSecretException.class)
                .isThrownBy(() -> new RequiredSecrets().initialize(context))
                .satisfies(e -> assertThat(e.names()).containsExactly("ORDER_SERVICE_SECRET"));
    }

    @Test
    void treatsABlankSecretAsMissing() {
        var context = contextWith(Map.of("shop.required-secrets[0]", "DB_PASSWORD", "DB_PASSWORD", " "));

        assertThatExceptionOfType(MissingSecretException.class)
                .isThrownBy(() -> new RequiredSecrets().initialize(context));
    }

    @Test
    void alsoRequiresTheSecretsOfAllServices() {
        var context = contextWith(Map.of("REGISTRY_PASSWORD", ""));

        assertThatExceptionOfType(MissingSecretException.class)
                .isThrownBy(() -> new RequiredSecrets().initialize(context))
                .satisfies(e -> assertThat(e.names()).containsExactly("REGISTRY_PASSWORD"));
    }

    @Test
    void startsWithAllSecretsOrWithoutRequiredSecrets() {
        assertThatNoException()
                .isThrownBy(() -> new RequiredSecrets()
                        .initialize(
                                contextWith(Map.of("shop.required-secrets[0]", "DB_PASSWORD", "DB_PASSWORD", STRONG))));
        assertThatNoException().isThrownBy(() -> new RequiredSecrets().initialize(contextWith(Map.of())));
    }

    @ParameterizedTest
    @CsvSource({
        "DB_PASSWORD, short",
        "ORDER_SERVICE_SECRET, 15-characters-x",
        "ORDER_SERVICE_SECRET, aaaaaaaaaaaaaaaaaaaaaaaa",
        "KEY_ENCRYPTION_SECRET, local-key-encryption",
        "DB_PASSWORD, please-changeme",
        "ADMIN_PASSWORD, Admin-Password",
        "PAYMENT_WEBHOOK_SECRET, whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
    })
    void abortsTheStartForAWeakSecretWithoutShowingIt(String name, String weak) {
        for (var list : List.of("shop.required-secrets[0]", "shop.optional-secrets[0]")) {
            var context = contextWith(Map.of(list, name, name, weak));

            assertThatExceptionOfType(WeakSecretException.class)
                    .isThrownBy(() -> new RequiredSecrets().initialize(context))
                    .withMessageContaining(name)
                    .withMessageNotContaining(weak);
        }
    }

    @Test
    void acceptsWeakSecretsInTheLocalProfileAndMissingOptionalOnes() {
        var context = contextWith(Map.of("shop.required-secrets[0]", "DB_PASSWORD", "DB_PASSWORD", "local"));
        context.getEnvironment().setActiveProfiles("local");

        assertThatNoException().isThrownBy(() -> new RequiredSecrets().initialize(context));
        assertThatNoException()
                .isThrownBy(() -> new RequiredSecrets()
                        .initialize(contextWith(Map.of("shop.optional-secrets[0]", "ADMIN_PASSWORD"))));
    }

    @Test
    void describesTheMissingSecret() {
        FailureAnalyzer analyzer = new MissingSecretFailureAnalyzer();
        var analysis = analyzer.analyze(new MissingSecretException(List.of("DB_PASSWORD")));

        assertThat(analysis.getDescription()).startsWith("The environment variable DB_PASSWORD is not set");
    }

    private static GenericApplicationContext contextWith(Map<String, Object> properties) {
        var context = new GenericApplicationContext();
        var sources = context.getEnvironment().getPropertySources();
        sources.addFirst(new MapPropertySource("test", properties));
        CommonSecrets.NAMES.forEach(name -> sources.addLast(new MapPropertySource(name, Map.of(name, STRONG))));
        return context;
    }
}
