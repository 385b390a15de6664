package ecommerce.defaults.test;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointProperties;
import org.springframework.boot.actuate.endpoint.web.WebEndpointsSupplier;
import org.springframework.boot.webmvc.actuate.web.mappings.DispatcherServletMappingDescription;
import org.springframework.boot.webmvc.actuate.web.mappings.DispatcherServletsMappingDescriptionProvider;
import org.springframework.context.ApplicationContext;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.util.ReflectionUtils;

/** Lists what a running application serves: by handlers of its own and of libraries, by security filters, and by its actuator. */
final class ServedEndpoints {

    private static final String SERVICE = "service,%s,%s";
    private static final String MANAGEMENT = "management,%s,%s";
    private static final String ANY_METHOD = "*";

    /** Paths in Spring MVC's description of a route or a mapping of static files. */
    private static final Pattern PATH = Pattern.compile("/[^\\s|)\\],]*");

    /** Paths in Spring Security's description of a matcher, which may be part of another. */
    private static final Pattern MATCHER = Pattern.compile("PathPattern \\[(?:([A-Z]+) )?([^]]+)]");

    /** Filters that answer no request, although they have matchers. */
    private static final Set<String> NO_ENDPOINTS = Set.of("CsrfFilter", "OAuth2ClientAuthenticationFilter");

    private ServedEndpoints() {}

    /** Returns the port ({@code service} or {@code management}), method and path of each endpoint, separated by commas. */
    static Set<String> of(ApplicationContext context) {
        return Stream.of(handled(context), filtered(context), actuator(context))
                .flatMap(endpoints -> endpoints)
                .map(ServedEndpoints::normalized)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Removes the expressions of path variables, and versions of libraries. */
    private static String normalized(String endpoint) {
        return endpoint.replaceAll("\\{\\*?(\\w+)(:[^}]*)?}", "{$1}").replaceAll("/[0-9]+(\\.[0-9]+)+/", "/{version}/");
    }

    private static Stream<String> handled(ApplicationContext context) {
        return new DispatcherServletsMappingDescriptionProvider()
                .describeMappings(context).values().stream()
                        .flatMap(Collection::stream)
                        .flatMap(ServedEndpoints::handled);
    }

    private static Stream<String> handled(DispatcherServletMappingDescription mapping) {
        var details = mapping.getDetails();
        var conditions = details == null ? null : details.getRequestMappingConditions();
        if (conditions == null) {
            return PATH.matcher(mapping.getPredicate())
                    .results()
                    .map(path -> SERVICE.formatted(ANY_METHOD, path.group()));
        }
        var methods = conditions.getMethods().isEmpty()
                ? List.of(ANY_METHOD)
                : conditions.getMethods().stream().map(Enum::name).toList();
        return conditions.getPatterns().stream()
                .flatMap(path -> methods.stream().map(method -> SERVICE.formatted(method, path)));
    }

    private static Stream<String> filtered(ApplicationContext context) {
        return context.getBeanProvider(FilterChainProxy.class).stream()
                .flatMap(proxy -> proxy.getFilterChains().stream())
                .flatMap(chain -> chain.getFilters().stream())
                .filter(filter -> !NO_ENDPOINTS.contains(filter.getClass().getSimpleName()))
                .flatMap(ServedEndpoints::filtered);
    }

    /** Spring Security doesn't list the paths that its filters answer, so this reads their fields. */
    private static Stream<String> filtered(Object filter) {
        var type = filter.getClass();
        if (type.getSimpleName().equals("OAuth2AuthorizationServerMetadataEndpointFilter")) {
            // Its matcher doesn't describe itself.
            return Stream.of(SERVICE.formatted("GET", "/.well-known/oauth-authorization-server"));
        }
        var endpoints = Stream.<String>builder();
        ReflectionUtils.doWithFields(
                type,
                field -> {
                    field.setAccessible(true);
                    MATCHER.matcher(String.valueOf(ReflectionUtils.getField(field, filter)))
                            .results()
                            .map(found -> SERVICE.formatted(
                                    found.group(1) == null ? ANY_METHOD : found.group(1), found.group(2)))
                            .forEach(endpoints);
                },
                field -> RequestMatcher.class.isAssignableFrom(field.getType()));
        return endpoints.build();
    }

    private static Stream<String> actuator(ApplicationContext context) {
        var base = context.getBean(WebEndpointProperties.class).getBasePath();
        var operations = context.getBean(WebEndpointsSupplier.class).getEndpoints().stream()
                .flatMap(endpoint -> endpoint.getOperations().stream())
                .map(operation -> operation.getRequestPredicate())
                .map(request -> MANAGEMENT.formatted(request.getHttpMethod(), base + "/" + request.getPath()));
        return Stream.concat(Stream.of(MANAGEMENT.formatted("GET", base)), operations);
    }
}
