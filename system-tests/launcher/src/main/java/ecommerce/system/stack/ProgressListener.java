package ecommerce.system.stack;

import ecommerce.system.application.Instance;
import java.time.Duration;

/** Receives each step of an instance while the shop starts. */
@FunctionalInterface
public interface ProgressListener {

    enum Step {
        STARTING,
        REGISTERED,
        READY
    }

    void onStep(Instance instance, Step step, Duration sinceStart);
}
