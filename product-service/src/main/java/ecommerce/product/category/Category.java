package ecommerce.product.category;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A category of products, optionally below a parent category. */
@Entity
public class Category {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long categoryId;

    private String categoryTitle;
    private @Nullable String imageUrl;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "parent_category_id")
    private @Nullable Category parentCategory;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected Category() {}

    Category(String categoryTitle, @Nullable String imageUrl, @Nullable Category parentCategory) {
        fill(categoryTitle, imageUrl, parentCategory);
    }

    void replace(String newTitle, @Nullable String newImageUrl, @Nullable Category newParent) {
        fill(newTitle, newImageUrl, newParent);
    }

    private void fill(String newTitle, @Nullable String newImageUrl, @Nullable Category newParent) {
        categoryTitle = newTitle;
        imageUrl = newImageUrl;
        parentCategory = newParent;
    }

    public long categoryId() {
        return Objects.requireNonNull(categoryId, "not stored yet");
    }

    public String categoryTitle() {
        return categoryTitle;
    }

    public @Nullable String imageUrl() {
        return imageUrl;
    }

    @Nullable
    Category parentCategory() {
        return parentCategory;
    }

    long version() {
        return version;
    }
}
