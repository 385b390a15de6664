package ecommerce.proxyclient.desk.categories;

import ecommerce.proxyclient.productclient.CategoryStaffClient.CategoryContent;
import ecommerce.proxyclient.productclient.ProductClient.Category;
import ecommerce.proxyclient.productclient.ProductStaffClient.CategoryId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A category as staff type it.
 *
 * @param parentId the id of the category above; empty for a category at the top
 */
public record CategoryForm(
        @NotBlank @Size(max = 100) String categoryTitle,
        @Size(max = 500) String imageUrl,
        @Pattern(regexp = "[0-9]{0,18}") String parentId) {

    public static final List<String> FIELDS = List.of("categoryTitle", "imageUrl", "parentId");

    /** Spring passes null for an absent field. */
    public CategoryForm {
        categoryTitle = text(categoryTitle);
        imageUrl = text(imageUrl);
        parentId = text(parentId);
    }

    static CategoryForm of(Category category) {
        var parent = category.parentCategory();
        return new CategoryForm(
                category.categoryTitle(),
                text(category.imageUrl()),
                parent == null ? "" : Long.toString(parent.categoryId()));
    }

    static CategoryForm of(Map<String, String> values) {
        return new CategoryForm(
                values.getOrDefault("categoryTitle", ""),
                values.getOrDefault("imageUrl", ""),
                values.getOrDefault("parentId", ""));
    }

    /** Returns the values of the fields, by name. */
    Map<String, String> values() {
        var values = new LinkedHashMap<String, String>();
        values.put("categoryTitle", categoryTitle);
        values.put("imageUrl", imageUrl);
        values.put("parentId", parentId);
        return values;
    }

    /** Returns the content of a valid form. */
    CategoryContent content() {
        return new CategoryContent(
                categoryTitle,
                imageUrl.isEmpty() ? null : imageUrl,
                parentId.isEmpty() ? null : new CategoryId(Long.parseLong(parentId)));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
