package ecommerce.product.catalogueimport.batch;

import ecommerce.product.catalogueimport.file.ImportLine;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds categories by the titles on their path from the top, and creates missing ones. */
@Component
class CategoryPaths {

    /** Stands for the parent of a category at the top. */
    private static final long NO_PARENT = 0;

    private final JdbcClient jdbc;

    CategoryPaths(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the paths that the lines name, each once. */
    static Set<List<String>> of(Stream<ImportLine> lines) {
        return lines.flatMap(line -> Stream.ofNullable(line.categoryPath())).collect(Collectors.toSet());
    }

    /** Returns the id of the last category of each path whose categories exist. */
    Map<List<String>, Long> find(Set<List<String>> paths) {
        return ids(paths, this::find);
    }

    /**
     * Returns the id of the last category of each path. Creates missing categories in a fixed order, parents first,
     * which prevents deadlocks between concurrent imports.
     *
     * @param created receives the id and the title of each category that is created
     */
    Map<List<String>, Long> findOrCreate(Set<List<String>> paths, BiConsumer<Long, String> created) {
        return ids(paths, (parentId, title) -> findOrCreate(parentId, title, created));
    }

    private static Map<List<String>, Long> ids(
            Set<List<String>> paths, BiFunction<Long, String, @Nullable Long> lookUp) {
        Map<String, Optional<Long>> byKey = new HashMap<>();
        Map<List<String>, Long> ids = new HashMap<>();
        paths.stream()
                .sorted(Comparator.comparing(CategoryPaths::key))
                .forEach(path -> id(path, byKey, lookUp).ifPresent(id -> ids.put(path, id)));
        return ids;
    }

    /** Looks up each category on the path, unless an earlier path has the same beginning. */
    private static Optional<Long> id(
            List<String> path, Map<String, Optional<Long>> byKey, BiFunction<Long, String, @Nullable Long> lookUp) {
        if (path.isEmpty()) {
            return Optional.of(NO_PARENT);
        }
        var key = key(path);
        var known = byKey.get(key);
        if (known == null) {
            known = id(path.subList(0, path.size() - 1), byKey, lookUp)
                    .map(parentId -> lookUp.apply(parentId, path.getLast()));
            byKey.put(key, known);
        }
        return known;
    }

    private Long findOrCreate(long parentId, String title, BiConsumer<Long, String> created) {
        var known = find(parentId, title);
        if (known != null) {
            return known;
        }
        // If another import inserts the category, this statement waits for it, and the next one reads it.
        jdbc.sql("INSERT INTO category (category_title, parent_category_id) VALUES (?, nullif(?, 0))"
                        + " ON CONFLICT (coalesce(parent_category_id, 0), lower(category_title)) DO NOTHING"
                        + " RETURNING category_id")
                .params(title, parentId)
                .query(Long.class)
                .optional()
                .ifPresent(categoryId -> created.accept(categoryId, title));
        return Objects.requireNonNull(find(parentId, title), "the category was inserted");
    }

    private @Nullable Long find(long parentId, String title) {
        return jdbc.sql("SELECT category_id FROM category"
                        + " WHERE coalesce(parent_category_id, 0) = ? AND lower(category_title) = lower(?)")
                .params(parentId, title)
                .query(Long.class)
                .optional()
                .orElse(null);
    }

    /** Returns a key that ignores case. Its separator sorts before any character of a title, so parents sort first. */
    private static String key(List<String> path) {
        return String.join("\0", path).toLowerCase(Locale.ROOT);
    }
}
