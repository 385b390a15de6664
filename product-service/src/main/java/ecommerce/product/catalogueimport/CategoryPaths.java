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

/** Finds categories by the titles on their path from the top, and creates missing ones. */
@Component
class CategoryPaths {

    private final JdbcClient jdbc;

    CategoryPaths(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Returns the id of the last category of each path that the lines name. Creates missing categories in a fixed
     * order, parents first, which prevents deadlocks between concurrent imports.
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
        // If another import inserts the category, the first statement waits for it and the second one reads it.
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

    /** Returns a key that ignores case. Its separator sorts before any character of a title, so parents sort first. */
    private static String key(List<String> path) {
        return String.join("\0", path).toLowerCase(Locale.ROOT);
    }
}
