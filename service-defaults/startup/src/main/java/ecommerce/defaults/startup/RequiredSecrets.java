package ecommerce.defaults.startup;

import java.util.List;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Stops the start if a secret is missing or weak, before the service connects to anything. The environment variables
 * are those of {@link CommonSecrets} and those that {@code shop.required-secrets} names. Variables that {@code
 * shop.optional-secrets} names may be missing, but not weak. The profile {@code local} has published secrets, so weak
 * ones don't matter there.
 */
public class RequiredSecrets implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        require(environment, CommonSecrets.NAMES);
        require(environment, names(environment, "shop.required-secrets"));
        requireStrength(environment, names(environment, "shop.optional-secrets"));
    }

    /** Throws an exception that names a variable that is missing, blank or weak. */
    public static void require(Environment environment, List<String> names) {
        var missing =
                names.stream().filter(name -> isMissing(environment, name)).toList();
        if (!missing.isEmpty()) {
            throw new MissingSecretException(missing);
        }
        requireStrength(environment, names);
    }

    private static void requireStrength(Environment environment, List<String> names) {
        if (environment.matchesProfiles("local")) {
            return;
        }
        for (var name : names) {
            var value = environment.getProperty(name, "");
            SecretStrength.weakness(name, value)
                    .filter(weakness -> !value.isEmpty())
                    .ifPresent(weakness -> {
                        throw new WeakSecretException(name, weakness);
                    });
        }
    }

    private static List<String> names(Environment environment, String property) {
        return Binder.get(environment)
                .bind(property, Bindable.listOf(String.class))
                .orElse(List.of());
    }

    private static boolean isMissing(Environment environment, String name) {
        return !StringUtils.hasText(environment.getProperty(name));
    }
}
