package ecommerce.system.launcher;

import ecommerce.system.build.Build;
import ecommerce.system.options.ShopOptions;
import ecommerce.system.outage.Outages;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "outages",
        description = {
            "Starts a separate shop, restarts, kills and stops parts of it under a steady load, and counts failures.",
            "Exits with 1 if a request failed during the rolling restart. Takes about fifteen minutes."
        })
final class OutagesCommand implements Callable<Integer> {

    /** Keeps the ports apart from those of other shops on this machine. */
    private static final int PORT_OFFSET = 10_500;

    @Mixin
    private ShopOptions shop;

    @Option(names = "--brief", description = "Runs only the rolling restart and one killed instance.")
    private boolean brief;

    @Override
    public Integer call() {
        var offset = shop.portOffset() == 0 ? PORT_OFFSET : shop.portOffset();
        new Build(shop.root(), shop.state().log("build")).run();
        var report = new Outages(shop.root(), offset, brief).run();
        System.out.println(report);
        return report.result("a rolling restart").failed() == 0 ? 0 : 1;
    }
}
