package ecommerce.product.catalogueimport;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Categories by their titles from the top down, made where they are missing. */
@Component
class CategoryPaths {

    private final JdbcClient jdbc;

    CategoryPaths(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The id of the path's last category. */
    long resolve(List<String> path) {
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

    /** Paths that differ in case alone are one. */
    static String key(List<String> path) {
        return String.join(">", path).toLowerCase(Locale.ROOT);
    }
}
