package ecommerce.system.launcher;

import ecommerce.system.outage.Outages;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "outages",
        description = {
            "Starts a shop of its own, restarts, kills and takes away its parts under a steady load, and counts what",
            "customers saw of it; exits with 1 if a rolling restart cost anybody an answer. Takes some fifteen minutes."
        })
final class OutagesCommand implements Callable<Integer> {

    /** Beside shops that people run. */
    private static final int PORT_OFFSET = 10_500;

    @Mixin
    private ShopOptions shop;

    @Option(names = "--brief", description = "The rolling restart and one killed instance alone.")
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
