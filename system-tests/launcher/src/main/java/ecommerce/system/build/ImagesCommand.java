package ecommerce.system.build;

import ecommerce.system.application.ServiceDefinition;
import ecommerce.system.options.OneService;
import ecommerce.system.options.ShopOptions;
import ecommerce.system.process.LauncherException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "images",
        description = {
            "Builds the services' container images from the sources, as docker compose and the pipeline do.",
            "The environment variables JDK_IMAGE and JRE_IMAGE replace the base images of the Dockerfile."
        })
public final class ImagesCommand implements Callable<Integer> {

    private static final List<String> BASE_IMAGES = List.of("JDK_IMAGE", "JRE_IMAGE");

    @Mixin
    private ShopOptions shop;

    @Option(
            names = "--tag",
            paramLabel = "TAG",
            defaultValue = "local",
            description = "The images' tag (${DEFAULT-VALUE}).")
    private String tag;

    @Parameters(arity = "0..*", paramLabel = "SERVICE", description = "Services to build; all of them by default.")
    private List<String> services = List.of();

    @Override
    public Integer call() {
        var chosen = services.isEmpty()
                ? ServiceDefinition.all()
                : services.stream().map(OneService::named).toList();
        chosen.forEach(service -> build(service.serviceName()));
        return 0;
    }

    private void build(String service) {
        var image = "ecommerce/%s:%s".formatted(service, tag);
        System.out.println("Building " + image);
        try {
            var exitCode = new ProcessBuilder(command(service, image))
                    .directory(shop.root().toFile())
                    .inheritIO()
                    .start()
                    .waitFor();
            if (exitCode != 0) {
                throw new LauncherException("%s can't be built; see the output of docker above.".formatted(image));
            }
        } catch (IOException e) {
            throw new LauncherException("Docker can't be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("Interrupted", e);
        }
    }

    private static List<String> command(String service, String image) {
        var command = new ArrayList<>(List.of("docker", "build", "--quiet"));
        command.addAll(
                List.of("--file", Path.of("infra", "docker", "Dockerfile").toString(), "--tag", image));
        command.addAll(List.of("--build-arg", "MODULE=" + service));
        for (var base : BASE_IMAGES) {
            if (System.getenv(base) != null) {
                command.addAll(List.of("--build-arg", "%s=%s".formatted(base, System.getenv(base))));
            }
        }
        command.add(".");
        return command;
    }
}
