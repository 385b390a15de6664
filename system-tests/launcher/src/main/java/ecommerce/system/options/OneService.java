package ecommerce.system.options;

import ecommerce.system.application.ServiceDefinition;
import ecommerce.system.process.LauncherException;
import ecommerce.system.process.ServiceProcess;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A service of a running shop, as named on the command line. */
public final class OneService {

    @Mixin
    private ShopOptions shop;

    @Parameters(paramLabel = "SERVICE", description = "The service's name, such as product-service.")
    private String name;

    public static ServiceDefinition named(String name) {
        return ServiceDefinition.named(name)
                .orElseThrow(() -> new LauncherException("Unknown service %s.".formatted(name)));
    }

    public ServiceProcess process() {
        var service = named(name);
        if (shop.state().process("launcher").isEmpty()) {
            throw new LauncherException("This shop isn't running. Start it with ./shop up.");
        }
        return shop.stack().service(service);
    }
}
