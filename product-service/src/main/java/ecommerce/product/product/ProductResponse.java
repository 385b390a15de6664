package ecommerce.product.product;

import ecommerce.product.category.Category;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A product in an API response.
 *
 * @param quantity the number of sellable pieces
 * @param hidden true if the product is hidden, otherwise absent
 * @param description Markdown, which may contain HTML; absent in lists
 */
public record ProductResponse(
        long productId,
        String productTitle,
        @Nullable String imageUrl,
        String sku,
        BigDecimal priceUnit,
        int quantity,
        Instant createdAt,
        CategorySummary category,
        @Nullable Boolean hidden,
        @Nullable String description) {

    public record CategorySummary(
            long categoryId, String categoryTitle, @Nullable String imageUrl) {

        static CategorySummary of(Category category) {
            return new CategorySummary(category.categoryId(), category.categoryTitle(), category.imageUrl());
        }
    }

    static ProductResponse of(Product product, int quantity) {
        return new ProductResponse(
                product.productId(),
                product.productTitle(),
                product.imageUrl(),
                product.sku(),
                product.priceUnit(),
                quantity,
                product.createdAt(),
                CategorySummary.of(product.category()),
                product.isHidden() ? true : null,
                product.description());
    }

    /** Reads a row with the columns of the product, its sellable pieces and its category, for a list. */
    public static ProductResponse of(ResultSet row, int rowNumber) throws SQLException {
        return read(row, null);
    }

    /** Reads a row that also has the description. */
    static ProductResponse withDescription(ResultSet row, int rowNumber) throws SQLException {
        return read(row, row.getString("description"));
    }

    private static ProductResponse read(ResultSet row, @Nullable String description) throws SQLException {
        return new ProductResponse(
                row.getLong("product_id"),
                row.getString("product_title"),
                row.getString("image_url"),
                row.getString("sku"),
                row.getBigDecimal("price_unit"),
                row.getInt("quantity"),
                row.getTimestamp("created_at").toInstant(),
                new CategorySummary(
                        row.getLong("category_id"),
                        row.getString("category_title"),
                        row.getString("category_image_url")),
                row.getBoolean("hidden") ? true : null,
                description);
    }
}
