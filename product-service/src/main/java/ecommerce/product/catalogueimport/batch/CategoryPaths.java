package ecommerce.product.catalogueimport.batch;

import ecommerce.product.catalogueimport.file.ImportLine;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
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

    /** Returns the id of the last category of each path whose categories exist. Takes one statement for each level. */
    Map<List<String>, Long> find(Set<List<String>> paths) {
        Map<String, Long> byKey = new HashMap<>();
        byKey.put(key(List.of()), NO_PARENT);
        var deepest = paths.stream().mapToInt(List::size).max().orElse(0);
        for (var level = 1; level <= deepest; level++) {
            findLevel(paths, level, byKey);
        }
        Map<List<String>, Long> ids = new HashMap<>();
        for (var path : paths) {
            var id = byKey.get(key(path));
            if (id != null) {
                ids.put(path, id);
            }
        }
        return ids;
    }

    /** Adds the ids of the categories of a level whose parents are known. */
    private void findLevel(Set<List<String>> paths, int level, Map<String, Long> byKey) {
        var wanted = paths.stream()
                .filter(path -> path.size() >= level)
                .map(path -> path.subList(0, level))
                .filter(path -> byKey.containsKey(key(path.subList(0, level - 1))))
                .collect(Collectors.toMap(CategoryPaths::key, Function.identity(), (one, other) -> one));
        var keys = List.copyOf(wanted.keySet());
        jdbc.sql("""
                        SELECT wanted.place, category_id
                          FROM unnest(?::bigint[], ?::text[]) WITH ORDINALITY AS wanted (parent_id, title, place)
                          JOIN category ON coalesce(parent_category_id, 0) = wanted.parent_id
                                       AND lower(category_title) = lower(wanted.title)
                        """)
                .params(
                        keys.stream()
                                .map(wanted::get)
                                .map(path -> byKey.get(key(path.subList(0, level - 1))))
                                .toArray(Long[]::new),
                        keys.stream().map(wanted::get).map(List::getLast).toArray(String[]::new))
                .query(row -> {
                    byKey.put(keys.get(row.getInt("place") - 1), row.getLong("category_id"));
                });
    }

    /**
     * Returns the id of the last category of each path. Creates missing categories in a fixed order, parents first,
     * which prevents deadlocks between concurrent imports.
     *
     * @param created receives the id and the title of each category that is created
     */
    Map<List<String>, Long> findOrCreate(Set<List<String>> paths, BiConsumer<Long, String> created) {
        Map<String, Long> byKey = new HashMap<>();
        Map<List<String>, Long> ids = new HashMap<>();
        paths.stream()
                .sorted(Comparator.comparing(CategoryPaths::key))
                .forEach(path -> ids.put(path, findOrCreate(path, byKey, created)));
        return ids;
    }

    /** Looks up each category on the path, unless an earlier path has the same beginning. */
    private Long findOrCreate(List<String> path, Map<String, Long> byKey, BiConsumer<Long, String> created) {
        if (path.isEmpty()) {
            return NO_PARENT;
        }
        var key = key(path);
        var known = byKey.get(key);
        if (known == null) {
            var parentId = findOrCreate(path.subList(0, path.size() - 1), byKey, created);
            known = findOrCreate(parentId, path.getLast(), created);
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
