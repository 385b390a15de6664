package ecommerce.proxyclient.desk.categories;

import ecommerce.proxyclient.productclient.ProductClient.Category;
import ecommerce.proxyclient.shop.catalogue.CategoryTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All categories in the order of the tree: each is followed by those below it. */
public final class CategoryOutline {

    /** @param path the titles from the top to the category, such as {@code Outdoor / Cooking} */
    public record Entry(Category category, String path) {

        /** Returns the form of the category, as its page opens it. */
        public CategoryForm form() {
            return CategoryForm.of(category);
        }
    }

    private static final String BELOW = " / ";

    private final CategoryTree tree;
    private final List<Entry> entries = new ArrayList<>();

    CategoryOutline(List<Category> categories) {
        tree = new CategoryTree(categories);
        add(null, "");
    }

    private void add(@Nullable Category parent, String above) {
        for (var category : tree.below(parent)) {
            var path = above + category.categoryTitle();
            entries.add(new Entry(category, path));
            add(category, path + BELOW);
        }
    }

    public List<Entry> entries() {
        return entries;
    }

    /** Returns the path of each category by its id, for a field to choose one. */
    public Map<String, String> options() {
        var options = new LinkedHashMap<String, String>();
        entries.forEach(entry -> options.put(id(entry.category()), entry.path()));
        return options;
    }

    /** Returns the options for the parent of a category: neither itself nor a category below it. */
    Map<String, String> parentsOf(long categoryId) {
        var options = options();
        entries.stream()
                .map(Entry::category)
                .filter(category ->
                        tree.path(category.categoryId()).stream().anyMatch(above -> above.categoryId() == categoryId))
                .forEach(category -> options.remove(id(category)));
        return options;
    }

    private static String id(Category category) {
        return Long.toString(category.categoryId());
    }
}
