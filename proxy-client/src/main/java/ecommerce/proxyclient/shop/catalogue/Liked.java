package ecommerce.proxyclient.shop.catalogue;

/** Whether the user likes a product. Unknown for guests, and while favourite-service is unavailable. */
public enum Liked {
    YES,
    NO,
    UNKNOWN
}
