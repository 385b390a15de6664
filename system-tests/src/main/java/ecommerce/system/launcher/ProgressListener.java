package ecommerce.system.launcher;

import java.time.Duration;

/** Hears of each step that a service takes while the shop starts. */
@FunctionalInterface
public interface ProgressListener {

    enum Step {
        STARTING,
        REGISTERED,
        READY
    }

    void onStep(ServiceDefinition service, Step step, Duration sinceStart);
}
