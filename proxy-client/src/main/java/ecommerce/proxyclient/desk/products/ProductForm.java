package ecommerce.proxyclient.desk.products;

import ecommerce.proxyclient.productclient.ProductStaffClient.CategoryId;
import ecommerce.proxyclient.productclient.ProductStaffClient.ProductContent;
import ecommerce.proxyclient.productclient.ProductStaffClient.StaffProduct;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A product as staff type it. All values are texts, so that a wrong one is shown again as it was typed.
 *
 * @param priceUnit an amount with a decimal point or comma
 * @param description Markdown
 * @param hidden {@code true} or {@code false}
 * @param quantity the opening stock of a new product; empty for others
 */
public record ProductForm(
        @NotBlank @Size(max = 200) String productTitle,
        @NotBlank @Size(max = 50) String sku,

        @Pattern(regexp = "[0-9]{1,10}([.,][0-9]{1,2})?", message = "{desk.products.price.invalid}")
        String priceUnit,

        @Pattern(regexp = "[0-9]{1,18}", message = "{form.required}")
        String categoryId,

        @Size(max = 500) String imageUrl,
        String description,
        String hidden,

        @Pattern(regexp = "[0-9]{0,9}", message = "{desk.pieces.invalid}")
        String quantity) {

    static final String VISIBLE = "false";

    /** Spring passes null for an absent field. */
    public ProductForm {
        productTitle = text(productTitle);
        sku = text(sku);
        priceUnit = text(priceUnit);
        categoryId = text(categoryId);
        imageUrl = text(imageUrl);
        description = description == null || description.isBlank() ? "" : description.replace("\r\n", "\n");
        hidden = Boolean.toString("true".equals(hidden));
        quantity = text(quantity);
    }

    /** Returns the form of a new product. */
    static ProductForm empty(String categoryId) {
        return new ProductForm("", "", "", categoryId, "", "", VISIBLE, "0");
    }

    static ProductForm of(StaffProduct product) {
        return new ProductForm(
                product.productTitle(),
                product.sku(),
                product.priceUnit().toPlainString(),
                Long.toString(product.category().categoryId()),
                text(product.imageUrl()),
                product.description() == null ? "" : product.description(),
                Boolean.toString(product.isHidden()),
                "");
    }

    /** Returns the form with these values of an existing product. */
    static ProductForm of(Map<String, String> values) {
        return new ProductForm(
                values.getOrDefault("productTitle", ""),
                values.getOrDefault("sku", ""),
                values.getOrDefault("priceUnit", ""),
                values.getOrDefault("categoryId", ""),
                values.getOrDefault("imageUrl", ""),
                values.getOrDefault("description", ""),
                values.getOrDefault("hidden", VISIBLE),
                "");
    }

    /** Returns the values of an existing product's fields, by name. */
    Map<String, String> values() {
        var values = new LinkedHashMap<String, String>();
        values.put("productTitle", productTitle);
        values.put("sku", sku);
        values.put("priceUnit", price().setScale(2).toPlainString());
        values.put("categoryId", categoryId);
        values.put("imageUrl", imageUrl);
        values.put("description", description);
        values.put("hidden", hidden);
        return values;
    }

    /** Returns the new product of a valid form. */
    ProductContent newProduct() {
        return content(quantity.isEmpty() ? null : Integer.valueOf(quantity));
    }

    /** Returns the merge patch of a valid form. It keeps the stock, which movements and counts change. */
    ProductContent patch() {
        return content(null);
    }

    private ProductContent content(@Nullable Integer openingStock) {
        return new ProductContent(
                productTitle,
                imageUrl.isEmpty() ? null : imageUrl,
                sku,
                price(),
                new CategoryId(Long.parseLong(categoryId)),
                Boolean.parseBoolean(hidden),
                description.isEmpty() ? null : description,
                openingStock);
    }

    private BigDecimal price() {
        return new BigDecimal(priceUnit.replace(',', '.'));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
