package ecommerce.user.token;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import tools.jackson.databind.json.JsonMapper;

/** Reads the names of the services that call others from {@code infra/services.json}, which the build adds to the jar. */
final class CallingServices {

    private static final Resource LIST = new ClassPathResource("services.json");

    private CallingServices() {}

    static List<String> names() {
        return new JsonMapper()
                .readTree(contentOf(LIST))
                .get("services")
                .valueStream()
                .filter(service -> service.has("calls"))
                .map(service -> service.get("name").asString())
                .toList();
    }

    /** Returns the environment variable with the secret of a service. */
    static String secretOf(String service) {
        return service.toUpperCase(Locale.ROOT).replace('-', '_') + "_SECRET";
    }

    private static byte[] contentOf(Resource resource) {
        try {
            return resource.getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
