package ecommerce.proxyclient.shop.catalogue;

import ecommerce.proxyclient.productclient.ProductClient.Category;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All categories of the catalogue. */
public final class CategoryTree {

    private final Map<Long, Category> byId;
    private final Map<Optional<Long>, List<Category>> byParent;

    public CategoryTree(List<Category> categories) {
        // A category may be on two pages of the list if another one was added between the two requests.
        byId = categories.stream()
                .collect(Collectors.toMap(Category::categoryId, Function.identity(), (one, other) -> other));
        byParent = byId.values().stream()
                .sorted(Comparator.comparing(Category::categoryTitle, String.CASE_INSENSITIVE_ORDER))
                .collect(Collectors.groupingBy(category -> Optional.ofNullable(parentId(category))));
    }

    public Optional<Category> find(long categoryId) {
        return Optional.ofNullable(byId.get(categoryId));
    }

    /** Returns the categories directly below one, or those at the top. */
    public List<Category> below(@Nullable Category parent) {
        return byParent.getOrDefault(Optional.ofNullable(parent).map(Category::categoryId), List.of());
    }

    /** Returns a category and those above it, the topmost first. */
    public List<Category> path(long categoryId) {
        var path = new ArrayList<Category>();
        var seen = new HashSet<Long>();
        var step = byId.get(categoryId);
        while (step != null && seen.add(step.categoryId())) {
            path.addFirst(step);
            var parent = parentId(step);
            step = parent == null ? null : byId.get(parent);
        }
        return path;
    }

    private static @Nullable Long parentId(Category category) {
        var parent = category.parentCategory();
        return parent == null ? null : parent.categoryId();
    }
}
