package ecommerce.defaults.startup;

import java.util.List;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Stops the start if a secret is missing, before the service connects to anything. {@code shop.required-secrets} lists the
 * names of the environment variables.
 */
public class RequiredSecrets implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        require(
                environment,
                Binder.get(environment)
                        .bind("shop.required-secrets", Bindable.listOf(String.class))
                        .orElse(List.of()));
    }

    /** Throws an exception that names the variables that are missing or blank. */
    public static void require(Environment environment, List<String> names) {
        var missing =
                names.stream().filter(name -> isMissing(environment, name)).toList();
        if (!missing.isEmpty()) {
            throw new MissingSecretException(missing);
        }
    }

    private static boolean isMissing(Environment environment, String name) {
        return !StringUtils.hasText(environment.getProperty(name));
    }
}
