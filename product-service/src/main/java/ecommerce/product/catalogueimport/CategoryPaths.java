package ecommerce.product.catalogueimport;

import ecommerce.product.catalogueimport.file.ImportLine;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds categories by their titles from the top down, and creates those that are missing. */
@Component
class CategoryPaths {

    private final JdbcClient jdbc;

    CategoryPaths(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The ids of the last categories of all paths that the lines name. Missing categories are created in one order,
     * parents first, so that two imports don't wait for each other in a circle.
     */
    Map<List<String>, Long> resolve(Stream<ImportLine> lines) {
        Map<String, Long> byKey = new HashMap<>();
        Map<List<String>, Long> ids = new HashMap<>();
        lines.flatMap(line -> Stream.ofNullable(line.categoryPath()))
                .distinct()
                .sorted((a, b) -> key(a).compareTo(key(b)))
                .forEach(path -> ids.put(path, byKey.computeIfAbsent(key(path), key -> resolve(path))));
        return ids;
    }

    private long resolve(List<String> path) {
        @Nullable Long parentId = null;
        for (var title : path) {
            parentId = resolve(parentId, title);
        }
        return Objects.requireNonNull(parentId, "a path has a title");
    }

    private long resolve(@Nullable Long parentId, String title) {
        // The second statement sees what another import made while the first one waited for it.
        jdbc.sql("INSERT INTO category (category_title, parent_category_id) VALUES (?, ?)"
                        + " ON CONFLICT (coalesce(parent_category_id, 0), lower(category_title)) DO NOTHING")
                .params(Arrays.asList(title, parentId))
                .update();
        return jdbc.sql("SELECT category_id FROM category"
                        + " WHERE coalesce(parent_category_id, 0) = ? AND lower(category_title) = lower(?)")
                .params(parentId == null ? 0 : parentId, title)
                .query(Long.class)
                .single();
    }

    /** Paths that differ in case alone are one. The separator sorts before any character of a title. */
    private static String key(List<String> path) {
        return String.join("\0", path).toLowerCase(Locale.ROOT);
    }
}
