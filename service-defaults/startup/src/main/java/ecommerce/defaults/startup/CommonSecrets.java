package ecommerce.defaults.startup;

import java.util.List;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/**
 * Stops the start if a secret that all services share is missing or weak. Runs before the configuration files are read,
 * because these import settings from cloud-config, which asks for one of the secrets. {@link RequiredSecrets} checks a
 * service that imports none. The profile {@code local} has published values.
 */
public class CommonSecrets implements EnvironmentPostProcessor, Ordered {

    /** The registry's and cloud-config's passwords. infra/services.json lists them, too. */
    static final List<String> NAMES = List.of("REGISTRY_PASSWORD", "CONFIG_PASSWORD");

    private static final Map<String, Object> PUBLISHED =
            Map.of("REGISTRY_PASSWORD", "local-registry", "CONFIG_PASSWORD", "local-config");

    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER - 1;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (isLocal(environment)) {
            environment.getPropertySources().addLast(new MapPropertySource("publishedSecrets", PUBLISHED));
        } else if (environment.getProperty("spring.cloud.config.enabled", Boolean.class, true)) {
            RequiredSecrets.require(environment, NAMES);
        }
    }

    /** Reads the property, because the environment doesn't know its profiles yet. */
    private static boolean isLocal(ConfigurableEnvironment environment) {
        var active = environment.getProperty("spring.profiles.active", "");
        return StringUtils.commaDelimitedListToSet(StringUtils.trimAllWhitespace(active))
                .contains("local");
    }
}
