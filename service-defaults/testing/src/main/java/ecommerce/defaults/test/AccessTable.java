package ecommerce.defaults.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.server.PathContainer;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

/** Compares the endpoints of an application and their access rules with {@code docs/access.csv} and {@code docs/audit.csv}. */
public final class AccessTable {

    private static final Path TABLE = Path.of("..", "docs", "access.csv");
    private static final Map<String, String> RULES = Map.of(
            "hasRole('ADMIN')", "staff",
            "hasAnyRole('USER', 'ADMIN')", "signed-in");

    private final String service;
    private final RequestMappingHandlerMapping endpoints;
    private final List<String> publicEndpoints;
    private final Map<String, String> internalScopes;

    private AccessTable(ApplicationContext context) {
        var properties = Binder.get(context.getEnvironment());
        service = context.getEnvironment().getRequiredProperty("spring.application.name");
        endpoints = context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        publicEndpoints = properties
                .bind("shop.security.public-endpoints", Bindable.listOf(String.class))
                .orElse(List.of());
        internalScopes = properties
                .bind("shop.security.internal-scopes", Bindable.mapOf(String.class, String.class))
                .orElse(Map.of());
    }

    /**
     * Fails if the table lacks an endpoint of the application, whoever serves it, or has one that doesn't exist. Also fails
     * if it has another rule than the application declares for an endpoint of its own, or if a write for staff has no audit
     * action, or if a path fits two endpoints. What the rules of other endpoints say is tried by the attack.
     */
    public static void requireComplete(ApplicationContext context) {
        requireComplete(context, Set.of());
    }

    /** @param others endpoints of which Spring doesn't know, as port, method and path, separated by commas */
    public static void requireComplete(ApplicationContext context, Set<String> others) {
        var table = new AccessTable(context);
        var documented = table.documented();
        var served = new TreeSet<>(others);
        served.addAll(ServedEndpoints.of(context));
        assertThat(documented.stream().map(AccessTable::withoutRule))
                .as("endpoints of %s in docs/access.csv", table.service)
                .containsExactlyInAnyOrderElementsOf(served);
        var declared = table.declared();
        assertThat(documented)
                .as("rows of %s in docs/access.csv", table.service)
                .containsAll(declared);
        AuditTable.requireComplete(table.service, declared);
        AmbiguousPaths.requireNone(table.endpoints);
    }

    private static String withoutRule(String row) {
        return row.substring(0, row.lastIndexOf(','));
    }

    /** Returns the rows of the service without its name. */
    private List<String> documented() {
        try (var lines = Files.lines(TABLE)) {
            return lines.filter(line -> line.startsWith(service + ","))
                    .map(line -> line.substring(service.length() + 1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Set<String> declared() {
        var rows = new TreeSet<String>();
        endpoints.getHandlerMethods().forEach((mapping, handler) -> {
            if (isOurs(handler)) {
                methods(mapping)
                        .forEach(method -> mapping.getPatternValues()
                                .forEach(path -> rows.add(
                                        String.join(",", "service", method, path, rule(handler, method, path)))));
            }
        });
        return rows;
    }

    private static boolean isOurs(HandlerMethod handler) {
        var type = handler.getBeanType().getName();
        return type.startsWith("ecommerce.") && !type.startsWith("ecommerce.defaults.problem.");
    }

    private static List<String> methods(RequestMappingInfo mapping) {
        var methods = mapping.getMethodsCondition().getMethods();
        return methods.isEmpty()
                ? List.of("*")
                : methods.stream().map(Enum::name).toList();
    }

    private String rule(HandlerMethod handler, String method, String path) {
        var declared = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), PreAuthorize.class);
        if (declared == null) {
            declared = AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), PreAuthorize.class);
        }
        if (isPage(handler)) {
            return pageRule(declared, method);
        }
        if (declared != null) {
            return Objects.requireNonNull(RULES.get(declared.value()), "rules need no arguments and no beans");
        }
        for (var entry : internalScopes.entrySet()) {
            if (matches(entry.getKey(), path)) {
                return "scope " + entry.getValue();
            }
        }
        return publicEndpoints.stream().anyMatch(endpoint -> isPublic(endpoint, method, path)) ? "public" : "nobody";
    }

    /** Returns whether the handler shows a page of the web shop, or takes one of its forms. */
    private static boolean isPage(HandlerMethod handler) {
        return AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), Controller.class)
                && !AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), ResponseBody.class);
    }

    /** A form needs the token of its page. Pages for signed-in users need the session's cookie; they take no bearer token. */
    private static String pageRule(@Nullable PreAuthorize declared, String method) {
        var isForm = !method.equals("GET");
        if (declared == null) {
            return isForm ? "form" : "public";
        }
        var session = declared.value().equals("hasRole('ADMIN')") ? "staff" : "session";
        if (isForm) {
            return session + "-form";
        }
        return session.equals("staff") ? "staff-session" : session;
    }

    private static boolean isPublic(String endpoint, String method, String path) {
        var parts = endpoint.split(" ");
        return parts.length == 1 ? matches(parts[0], path) : parts[0].equals(method) && matches(parts[1], path);
    }

    /** Matches a path whose variables are filled with {@code 1}. */
    private static boolean matches(String pattern, String path) {
        var filled = PathContainer.parsePath(path.replaceAll("\\{[^}]*}", "1"));
        return PathPatternParser.defaultInstance.parse(pattern).matches(filled);
    }
}
