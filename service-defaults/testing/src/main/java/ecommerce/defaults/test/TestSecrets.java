package ecommerce.defaults.test;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.MapPropertySource;

/** Sets each secret that {@code infra/services.json} lists to {@link #VALUE}, unless the test sets it. */
@Order(Ordered.HIGHEST_PRECEDENCE) // before anything asks for the secrets
public final class TestSecrets implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** The value of every secret in tests. */
    public static final String VALUE = "a-secret-of-the-tests";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getEnvironment().getPropertySources().addLast(new MapPropertySource("testSecrets", secrets()));
    }

    private static Map<String, Object> secrets() {
        var secrets = new HashMap<String, Object>();
        ServiceEdges.sharedSecrets().forEach(secret -> secrets.put(secret.asString(), VALUE));
        for (var service : ServiceEdges.services()) {
            service.path("secrets").forEach(secret -> secrets.put(secret.asString(), VALUE));
            if (service.has("calls")) {
                var name =
                        service.get("name").asString().toUpperCase(Locale.ROOT).replace('-', '_');
                secrets.put(name + "_SECRET", VALUE);
            }
        }
        return secrets;
    }
}
