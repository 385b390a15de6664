package ecommerce.defaults.registry;

import com.netflix.appinfo.HealthCheckHandler;
import com.netflix.discovery.EurekaClient;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Gives the registry's client the check of the instance's health when the instance is ready. The client then checks the
 * health and registers the result. Until then, the instance has its initial status. Spring Cloud would give the check to
 * the client before the server listens. The client would then register DOWN, and often register UP only at its next
 * check, because it limits how often it registers.
 */
class ReadyInstance implements ApplicationListener<AvailabilityChangeEvent<ReadinessState>> {

    private final ObjectProvider<EurekaClient> clients;
    private final HealthCheckHandler health;
    private final ConfigurableApplicationContext context;

    ReadyInstance(
            ObjectProvider<EurekaClient> clients, HealthCheckHandler health, ConfigurableApplicationContext context) {
        this.clients = clients;
        this.health = health;
        this.context = context;
    }

    /** Ignores an instance that is stopped while it starts: it becomes ready although it drains. */
    @Override
    public void onApplicationEvent(AvailabilityChangeEvent<ReadinessState> event) {
        if (event.getState() == ReadinessState.ACCEPTING_TRAFFIC && !context.isClosed()) {
            clients.ifAvailable(client -> client.registerHealthCheck(health));
        }
    }
}
