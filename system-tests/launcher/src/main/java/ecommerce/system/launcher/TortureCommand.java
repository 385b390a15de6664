package ecommerce.system.launcher;

import ecommerce.system.build.Build;
import ecommerce.system.options.ShopOptions;
import ecommerce.system.torture.BrokenPromiseException;
import ecommerce.system.torture.Torture;
import ecommerce.system.torture.TortureSettings;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "torture",
        description = {
            "Starts a separate shop, places many orders while killing its processes, and checks that nothing was lost,",
            "sold twice or charged twice. Exits with 1 if a check fails. Takes ten to 30 minutes."
        })
final class TortureCommand implements Callable<Integer> {

    /** Keeps the ports apart from those of other shops on this machine. */
    private static final int PORT_OFFSET = 12_000;

    @Mixin
    private ShopOptions shop;

    @Option(names = "--brief", description = "Runs a short version, which takes a few minutes.")
    private boolean brief;

    @Option(names = "--seed", paramLabel = "N", description = "Repeats the random choices of an earlier run.")
    private @Nullable Long seed;

    @Override
    public Integer call() {
        var chance = seed == null ? ThreadLocalRandom.current().nextLong(1_000_000) : seed;
        var settings = brief ? TortureSettings.brief(chance) : TortureSettings.whole(chance);
        var offset = shop.portOffset() == 0 ? PORT_OFFSET : shop.portOffset();
        new Build(shop.root(), shop.state().log("build")).run();
        try {
            System.out.println(new Torture(shop.root(), offset, settings).run());
            return 0;
        } catch (BrokenPromiseException e) {
            System.err.println("A guarantee is broken. " + e.getMessage());
            return 1;
        }
    }
}
