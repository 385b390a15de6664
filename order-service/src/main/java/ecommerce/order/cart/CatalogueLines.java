package ecommerce.order.cart;

import ecommerce.order.productclient.ProductClient.Product;

/** Makes lines of carts from products of the catalogue, at their present prices. */
public final class CatalogueLines {

    private CatalogueLines() {}

    public static CartLine of(Product product, int quantity) {
        return new CartLine(
                quantity, product.productTitle(), product.sku(), product.imageUrl(), product.priceUnit(), null);
    }
}
