package ecommerce.user.user;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A user's role: a customer or a member of staff. */
public enum Role {
    @JsonProperty("ROLE_USER")
    USER,
    @JsonProperty("ROLE_ADMIN")
    ADMIN
}
