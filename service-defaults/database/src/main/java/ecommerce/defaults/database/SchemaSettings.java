package ecommerce.defaults.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The settings of a service that its migration needs, from {@code application.yml} and the files that it imports from
 * the class path, of which the last has precedence. Reads them without Spring, because a migration then starts in a
 * fraction of the time. If Spring would read them differently, the service would miss a migration, and refuse to start.
 *
 * @param schema the schema, which is also the name of the service's login
 * @param locations the folders of the migrations on the class path
 * @param outOfOrder whether a migration may run after those of higher versions
 * @param transactionalLock whether Flyway's lock lasts as long as a transaction, for which CREATE INDEX CONCURRENTLY
 *     would wait for ever
 */
record SchemaSettings(String schema, List<String> locations, boolean outOfOrder, boolean transactionalLock) {

    private static final String CLASS_PATH = "classpath:";

    static SchemaSettings read(ClassLoader service) {
        var settings = new HashMap<String, Object>();
        readInto(settings, service, "application.yml");
        return new SchemaSettings(
                Optional.ofNullable(settings.get("shop.database.role"))
                        .orElseThrow(() -> new IllegalStateException("application.yml sets no shop.database.role"))
                        .toString(),
                texts(settings.get("spring.flyway.locations")).toList(),
                Boolean.TRUE.equals(settings.get("spring.flyway.out-of-order")),
                !Boolean.FALSE.equals(settings.get("spring.flyway.postgresql.transactional-lock")));
    }

    private static void readInto(Map<String, Object> settings, ClassLoader service, String file) {
        var own = new HashMap<String, Object>();
        flatten("", load(service, file), own);
        settings.putAll(own);
        texts(own.get("spring.config.import"))
                .filter(name -> name.startsWith(CLASS_PATH))
                .forEach(name -> readInto(settings, service, name.substring(CLASS_PATH.length())));
    }

    private static Map<?, ?> load(ClassLoader service, String file) {
        var resource = service.getResource(file);
        if (resource == null) {
            throw new IllegalStateException(file + " isn't on the class path");
        }
        try (var stream = resource.openStream()) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void flatten(String prefix, Map<?, ?> from, Map<String, Object> into) {
        from.forEach((key, value) -> {
            if (value instanceof Map<?, ?> nested) {
                flatten(prefix + key + ".", nested, into);
            } else {
                into.put(prefix + key, value);
            }
        });
    }

    /** Returns the members of a list, which may also be written as one text with commas. */
    private static Stream<String> texts(@Nullable Object value) {
        var texts = new ArrayList<String>();
        if (value instanceof List<?> list) {
            list.forEach(one -> texts.add(one.toString()));
        } else if (value != null) {
            texts.addAll(Arrays.asList(value.toString().split(",")));
        }
        return texts.stream().map(String::strip);
    }
}
