package ecommerce.defaults.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

class RequiredSecretsTests {

    @Test
    void abortsTheStartAndNamesMissingSecrets() {
        var context = contextWith(Map.of(
                "shop.required-secrets[0]", "DB_PASSWORD",
                "shop.required-secrets[1]", "ORDER_SERVICE_SECRET",
                "DB_PASSWORD", "known"));

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
    void startsWithAllSecretsOrWithoutRequiredSecrets() {
        assertThatNoException()
                .isThrownBy(() -> new RequiredSecrets()
                        .initialize(contextWith(
                                Map.of("shop.required-secrets[0]", "DB_PASSWORD", "DB_PASSWORD", "known"))));
        assertThatNoException().isThrownBy(() -> new RequiredSecrets().initialize(contextWith(Map.of())));
    }

    @Test
    void describesTheMissingSecret() {
        FailureAnalyzer analyzer = new MissingSecretFailureAnalyzer();
        var analysis = analyzer.analyze(new MissingSecretException(List.of("DB_PASSWORD")));

        assertThat(analysis.getDescription()).startsWith("The environment variable DB_PASSWORD is not set");
    }

    private static GenericApplicationContext contextWith(Map<String, Object> properties) {
        var context = new GenericApplicationContext();
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", properties));
        return context;
    }
}
