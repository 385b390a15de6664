package ecommerce.product.product;

import ecommerce.defaults.aggregate.StoredTime;
import ecommerce.product.category.Category;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * A product of the catalogue. Its stock is stored separately. An update writes only what has changed, so that the database
 * doesn't store a long description again with each new price.
 */
@Entity
@DynamicUpdate
class Product {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long productId;

    private String productTitle;
    private @Nullable String imageUrl;
    private String sku;
    private BigDecimal priceUnit;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "category_id")
    private Category category;

    private Instant createdAt;
    private @Nullable Instant deletedAt;
    private boolean hidden;
    private @Nullable String description;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected Product() {}

    Product(String productTitle, @Nullable String imageUrl, String sku, BigDecimal priceUnit, Category category) {
        this.productTitle = productTitle.strip();
        this.imageUrl = imageUrl;
        this.sku = sku;
        this.priceUnit = priceUnit;
        this.category = category;
        this.createdAt = StoredTime.now();
    }

    void replace(
            String newTitle, @Nullable String newImageUrl, String newSku, BigDecimal newPrice, Category newCategory) {
        productTitle = newTitle.strip();
        imageUrl = newImageUrl;
        sku = newSku;
        priceUnit = newPrice;
        category = newCategory;
    }

    /** Hides the product from customers, or shows it again. */
    void hide(boolean isHidden) {
        hidden = isHidden;
    }

    /** Replaces the description, or clears it. */
    void describe(@Nullable String newDescription) {
        description = newDescription;
    }

    /** Marks the product as deleted. Its row stays, because orders refer to it. */
    void delete() {
        deletedAt = StoredTime.now();
    }

    long productId() {
        return Objects.requireNonNull(productId, "not stored yet");
    }

    String productTitle() {
        return productTitle;
    }

    @Nullable
    String imageUrl() {
        return imageUrl;
    }

    String sku() {
        return sku;
    }

    BigDecimal priceUnit() {
        return priceUnit;
    }

    Category category() {
        return category;
    }

    Instant createdAt() {
        return createdAt;
    }

    boolean isHidden() {
        return hidden;
    }

    @Nullable
    String description() {
        return description;
    }

    boolean isDeleted() {
        return deletedAt != null;
    }

    long version() {
        return version;
    }
}
