package ecommerce.user.user;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a person may do: shop, or run the shop as well. */
public enum Role {
    @JsonProperty("ROLE_USER")
    USER,
    @JsonProperty("ROLE_ADMIN")
    ADMIN
}
