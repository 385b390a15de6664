package ecommerce.product.product.list;

import ecommerce.product.product.ProductResponse;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A key by which products can be sorted. An index supports each, for all products and for those of a category. */
enum ListKey {
    PRODUCT_ID("productId", "product_id", "bigint", ProductResponse::productId),
    PRODUCT_TITLE("productTitle", "p.product_title COLLATE \"und-x-icu\"", "text", ProductResponse::productTitle),
    SKU("sku", "p.sku COLLATE \"und-x-icu\"", "text", ProductResponse::sku),
    PRICE_UNIT("priceUnit", "p.price_unit", "numeric", ProductResponse::priceUnit),
    QUANTITY("quantity", "s.on_hand - s.reserved", "integer", ProductResponse::quantity),
    CREATED_AT("createdAt", "p.created_at", "timestamptz", ProductResponse::createdAt);

    private final String field;
    private final String expression;
    private final String type;
    private final Function<ProductResponse, Object> value;

    ListKey(String field, String expression, String type, Function<ProductResponse, Object> value) {
        this.field = field;
        this.expression = expression;
        this.type = type;
        this.value = value;
    }

    /** Returns the name of each key by the field that a client names. */
    static Map<String, String> byField() {
        return Arrays.stream(values()).collect(Collectors.toMap(key -> key.field, ListKey::name));
    }

    /** Returns the key as SQL on the aliases {@code p} of product and {@code s} of stock, which share the product's id. */
    String expression() {
        return expression;
    }

    /** Returns the name of the key's column in a statement. */
    String column() {
        return "key_" + field.toLowerCase(Locale.ROOT);
    }

    boolean needsStock() {
        return this == QUANTITY;
    }

    /** Returns a product's value as text that PostgreSQL can read. */
    String valueOf(ProductResponse product) {
        return value.apply(product).toString();
    }

    /** Returns a named parameter with such a text as SQL of the key's type. */
    String parameter(String name) {
        return "CAST(:%s AS %s)".formatted(name, type);
    }
}
