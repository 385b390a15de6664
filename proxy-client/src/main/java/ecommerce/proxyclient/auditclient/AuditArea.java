package ecommerce.proxyclient.auditclient;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The areas of the shop that have an audit log of their own. */
public enum AuditArea {
    ORDERS("order-service"),
    USERS("user-service"),
    PRODUCTS("product-service"),
    PAYMENTS("payment-service"),
    SHIPPINGS("shipping-service"),
    FAVOURITES("favourite-service");

    private final String service;

    AuditArea(String service) {
        this.service = service;
    }

    /** Returns the area whose log has this resource's name. */
    public static Optional<AuditArea> of(String resource) {
        return Arrays.stream(values())
                .filter(area -> area.resource().equals(resource))
                .findFirst();
    }

    String service() {
        return service;
    }

    /** Returns the segment of the log's path after {@code /api}. */
    public String resource() {
        return name().toLowerCase(Locale.ROOT);
    }
}
