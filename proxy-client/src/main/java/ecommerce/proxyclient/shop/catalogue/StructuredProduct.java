package ecommerce.proxyclient.shop.catalogue;

import ecommerce.proxyclient.page.PageProperties;
import ecommerce.proxyclient.page.Slugs;
import ecommerce.proxyclient.productclient.ProductClient.Product;
import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * A product in the words of schema.org, as JSON-LD for search engines. It is written into a script element, which browsers
 * don't run, so nothing in it may end the element.
 */
public final class StructuredProduct implements Content {

    private static final String CURRENCY = "USD";

    private final String text;

    private StructuredProduct(String text) {
        this.text = text;
    }

    static StructuredProduct of(Product product, ProductDescription description, PageProperties page, JsonMapper json) {
        var data = new LinkedHashMap<String, Object>();
        data.put("@context", "https://schema.org");
        data.put("@type", "Product");
        data.put("name", product.productTitle());
        data.put("sku", product.sku());
        if (!description.isEmpty()) {
            data.put("description", description.text());
        }
        data.put("category", product.category().categoryTitle());
        data.put("url", page.absolute(Slugs.product(product.productId(), product.productTitle())));
        if (product.imageUrl() != null) {
            data.put("image", page.absolute(product.imageUrl()));
        }
        data.put(
                "offers",
                Map.of(
                        "@type",
                        "Offer",
                        "price",
                        product.priceUnit().toPlainString(),
                        "priceCurrency",
                        CURRENCY,
                        "availability",
                        "https://schema.org/" + (product.quantity() > 0 ? "InStock" : "OutOfStock")));
        return new StructuredProduct(inScript(json.writeValueAsString(data)));
    }

    /** In JSON, these characters occur in strings only. */
    private static String inScript(String text) {
        return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e");
    }

    @Override
    public void writeTo(TemplateOutput output) {
        output.writeContent(text);
    }
}
