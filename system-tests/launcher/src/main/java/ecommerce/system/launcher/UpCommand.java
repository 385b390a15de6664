package ecommerce.system.launcher;

import ecommerce.system.application.Instance;
import ecommerce.system.build.Build;
import ecommerce.system.options.ShopOptions;
import ecommerce.system.process.LauncherException;
import ecommerce.system.process.StateDirectory;
import ecommerce.system.stack.AotTraining;
import ecommerce.system.stack.LocalStack;
import ecommerce.system.stack.ProgressListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "up", description = "Builds outdated jars, starts the shop and runs until Ctrl-C stops it.")
final class UpCommand implements Callable<Integer> {

    @Mixin
    private ShopOptions shop;

    @Option(names = "--detach", description = "Returns when the shop is ready, and leaves it running.")
    private boolean detach;

    @Option(names = "--fresh", description = "Deletes the data of earlier runs first.")
    private boolean fresh;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "300",
            description = "Longest time that the start may take.")
    private int timeoutSeconds;

    private volatile boolean stopping;
    private volatile @Nullable AotTraining training;

    @Override
    public Integer call() {
        if (shop.state().process("launcher").isPresent()) {
            throw new LauncherException("This shop is already running. See ./shop status.");
        }
        return detach ? new Background(shop.state()).start(arguments()) : runInForeground();
    }

    private List<String> arguments() {
        var arguments = new ArrayList<>(List.of(
                "up",
                "--port-offset",
                Integer.toString(shop.portOffset()),
                "--timeout",
                Integer.toString(timeoutSeconds)));
        if (fresh) {
            arguments.add("--fresh");
        }
        return arguments;
    }

    private int runInForeground() {
        var state = shop.state();
        state.remember("launcher", ProcessHandle.current());
        Background.markNotReady(state);
        var stack = shop.stack();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stopping = true;
            if (training != null) {
                training.stop();
            }
            stack.close();
            state.forget("launcher");
        }));
        build(state);
        stack.start(fresh);
        stack.awaitReady(Duration.ofSeconds(timeoutSeconds), UpCommand::tell);
        System.out.println(Welcome.text(stack));
        Background.markReady(state);
        train(stack.training(System.out::println));
        watch(stack);
        return 0;
    }

    /**
     * Starts the training unless the shop is stopping. The shutdown hook stops the training, but it may have run before
     * this method has set the field.
     */
    private void train(AotTraining aside) {
        training = aside;
        if (!stopping) {
            aside.start();
        }
    }

    private void build(StateDirectory state) {
        System.out.println("Checking for outdated jars (log: %s)".formatted(state.log("build")));
        var built = new Build(shop.root(), state.log("build")).run();
        System.out.println(built.isEmpty() ? "Nothing to build" : "Built " + String.join(", ", built));
    }

    private static void tell(Instance instance, ProgressListener.Step step, Duration since) {
        System.out.printf(
                Locale.ROOT,
                "%-18s %-10s %5.1f s%n",
                instance.name(),
                step.name().toLowerCase(Locale.ROOT),
                since.toMillis() / 1000.0);
    }

    /** Reports when a service stops or runs again, until the launcher stops. */
    private void watch(LocalStack stack) {
        Set<Instance> gone = new HashSet<>();
        while (!stopping) {
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
            for (var instance : stack.instances()) {
                var process = stack.process(instance);
                if (!process.isAlive() && !stopping && gone.add(instance)) {
                    System.out.println(
                            "%s has stopped; its log is %s. The others keep running. ./shop start %s starts it again."
                                    .formatted(process.name(), process.log(), process.name()));
                } else if (process.isAlive() && gone.remove(instance)) {
                    System.out.println(process.name() + " is running again");
                }
            }
        }
    }
}
