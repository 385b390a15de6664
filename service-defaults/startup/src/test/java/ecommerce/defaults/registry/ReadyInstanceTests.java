package ecommerce.defaults.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import com.netflix.appinfo.HealthCheckHandler;
import com.netflix.appinfo.InstanceInfo.InstanceStatus;
import com.netflix.discovery.EurekaClient;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.availability.ApplicationAvailabilityAutoConfiguration;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.health.application.ReadinessStateHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.cloud.netflix.eureka.http.EurekaClientHttpRequestFactorySupplier;
import org.springframework.http.client.SimpleClientHttpRequestFactory;

class ReadyInstanceTests {

    /** Asks for the health as Spring Cloud does. */
    record Registration(ObjectProvider<HealthCheckHandler> health) {}

    /** The statuses that the client would register. */
    private final List<InstanceStatus> registered = new ArrayList<>();

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withPropertyValues("REGISTRY_PASSWORD=a-password")
            .withBean(
                    EurekaClientHttpRequestFactorySupplier.class,
                    () -> (ssl, verifier) -> new SimpleClientHttpRequestFactory())
            .withBean(EurekaClient.class, this::client)
            .withConfiguration(AutoConfigurations.of(
                    RegistryClientAutoConfiguration.class, ApplicationAvailabilityAutoConfiguration.class));

    @Test
    void registersAnInstanceThatIsReady() {
        service.withBean(HealthIndicator.class, () -> () -> Health.up().build()).run(context -> {
            assertThat(registered).isEmpty();

            AvailabilityChangeEvent.publish(context, ReadinessState.ACCEPTING_TRAFFIC);

            assertThat(registered).containsExactly(InstanceStatus.UP);
        });
    }

    @Test
    void registersAnInstanceAsDownThatIsReadyButNotHealthy() {
        service.withBean(HealthIndicator.class, () -> () -> Health.down().build())
                .run(context -> {
                    AvailabilityChangeEvent.publish(context, ReadinessState.ACCEPTING_TRAFFIC);

                    assertThat(registered).containsExactly(InstanceStatus.DOWN);
                });
    }

    @Test
    void isReadyWhenTheHealthIsChecked() {
        service.withBean(ReadinessStateHealthIndicator.class).run(context -> {
            AvailabilityChangeEvent.publish(context, ReadinessState.ACCEPTING_TRAFFIC);

            assertThat(registered).containsExactly(InstanceStatus.UP);
        });
    }

    @Test
    void leavesAnInstanceOutThatRefusesRequests() {
        service.run(context -> {
            AvailabilityChangeEvent.publish(context, ReadinessState.REFUSING_TRAFFIC);

            assertThat(registered).isEmpty();
        });
    }

    @Test
    void leavesAnInstanceOutThatIsStoppedWhileItStarts() {
        service.withBean(HealthIndicator.class, () -> () -> Health.up().build()).run(context -> {
            var ready = context.getBean(ReadyInstance.class);
            context.close();

            ready.onApplicationEvent(new AvailabilityChangeEvent<>(this, ReadinessState.ACCEPTING_TRAFFIC));

            assertThat(registered).isEmpty();
        });
    }

    @Test
    void hidesTheHealthFromSpringCloudWhichWouldRegisterItTooEarly() {
        service.withBean(Registration.class)
                .run(context -> assertThat(
                                context.getBean(Registration.class).health().getIfAvailable())
                        .isNull());
    }

    private EurekaClient client() {
        var client = mock(EurekaClient.class);
        doAnswer(call -> registered.add(
                        call.getArgument(0, HealthCheckHandler.class).getStatus(InstanceStatus.STARTING)))
                .when(client)
                .registerHealthCheck(any());
        return client;
    }
}
