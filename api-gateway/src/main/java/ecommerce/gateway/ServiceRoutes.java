package ecommerce.gateway;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Configures which paths the gateway forwards to which service.
 *
 * @param routes routes by the service's name in the registry
 */
@ConfigurationProperties("shop")
record ServiceRoutes(Map<String, Route> routes) {

    /**
     * The paths of a service.
     *
     * @param resources the path segments after {@code /api}
     * @param paths other path patterns
     */
    record Route(
            @DefaultValue List<String> resources,
            @DefaultValue List<String> paths) {

        String[] canonical() {
            return Stream.concat(resources.stream().map("/api/%s/**"::formatted), paths.stream())
                    .toArray(String[]::new);
        }

        /** Returns the paths of clients that put a segment before {@code /api}. */
        String[] aliases(String service) {
            return Stream.concat(
                            Stream.of("/%s/api/**".formatted(service)),
                            resources.stream().map("/app/api/%s/**"::formatted))
                    .toArray(String[]::new);
        }
    }
}
