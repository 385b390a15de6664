package ecommerce.user.edge;

import ecommerce.defaults.startup.RequiredSecrets;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Stops the start if the secret of a service that calls others is missing or weak. */
class RequiredClientSecrets implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var names = ServiceEdges.read().callers().stream().map(ServiceEdges::secretOf);
        RequiredSecrets.require(context.getEnvironment(), names.toList());
    }
}
