package ecommerce.discovery;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.model.Resource;
import org.springframework.context.ApplicationContext;

/** Lists what the registry serves below {@code /eureka}: resources of Jersey, of which Spring doesn't know. */
final class EurekaEndpoints {

    private EurekaEndpoints() {}

    /** Returns the port, method and path of each endpoint, separated by commas. */
    static Set<String> of(ApplicationContext context) {
        return context.getBean(ResourceConfig.class).getClasses().stream()
                .flatMap(type -> Optional.ofNullable(Resource.from(type)).stream())
                .flatMap(resource -> endpoints("", resource))
                // Eureka takes the first segment for the version of its interface.
                .map(endpoint -> endpoint.replace("/{version}/", "/eureka/"))
                // The filter that runs Jersey gets no other paths.
                .filter(endpoint -> endpoint.contains(",/eureka/"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> endpoints(String parent, Resource resource) {
        var own = resource.getPath();
        var path = own == null || own.isEmpty() || own.equals("/") ? parent : parent + "/" + own.replaceFirst("^/", "");
        var methods = resource.getResourceMethods().stream()
                .map(method -> "service,%s,%s".formatted(method.getHttpMethod(), path));
        var children = Stream.concat(resource.getChildResources().stream(), located(resource))
                .flatMap(child -> endpoints(path, child));
        return Stream.concat(methods, children);
    }

    /** Returns the resource that the last part of a path leads to, if another type serves it. */
    private static Stream<Resource> located(Resource resource) {
        return Stream.ofNullable(resource.getResourceLocator())
                .map(locator -> locator.getInvocable().getHandlingMethod().getReturnType())
                .flatMap(type -> Stream.ofNullable(Resource.from(type)));
    }
}
