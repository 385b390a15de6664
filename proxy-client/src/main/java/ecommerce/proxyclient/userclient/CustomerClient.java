package ecommerce.proxyclient.userclient;

import ecommerce.proxyclient.listing.Listing;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PatchExchange;
import org.springframework.web.service.annotation.PutExchange;

/** Reads and changes all users' accounts, for staff. */
@HttpExchange("/api")
public interface CustomerClient {

    /** The role of staff. */
    String STAFF = "ROLE_ADMIN";

    /**
     * An account of a customer or of a member of staff.
     *
     * @param blockedAt since when the user can't sign in; null for a user who can
     */
    record Customer(
            long userId,
            String firstName,
            String lastName,
            String email,
            @Nullable String phone,
            Instant createdAt,
            @Nullable Instant blockedAt,
            Credential credential) {

        public String name() {
            return firstName + " " + lastName;
        }

        public boolean isStaff() {
            return credential.roleBasedAuthority().equals(STAFF);
        }
    }

    record Credential(String username, String roleBasedAuthority) {}

    record Block(String reason, Instant blockedAt, String by) {}

    record BlockReason(String reason) {}

    record Role(String roleBasedAuthority) {}

    record RoleChange(Role credential) {}

    record StaffSetPassword(String newPassword) {

        @Override
        public String toString() {
            return "StaffSetPassword[]";
        }
    }

    /** A sign-in that is open. */
    record SignIn(
            UUID signInId,
            Instant signedInAt,
            Instant lastUsedAt,
            @Nullable String address,
            Instant expiresAt) {}

    record CustomerAddress(long addressId, long userId, String fullAddress, String postalCode, String city) {}

    /** Two accounts with the same name after normalisation. Only {@code otherUserId} is found by all spellings. */
    record NameCollision(String field, long userId, String name, long otherUserId, String otherName) {}

    @GetExchange("/users")
    Listing<Customer> customers(@RequestParam MultiValueMap<String, String> query);

    @GetExchange("/users/{userId}")
    ResponseEntity<Customer> customer(@PathVariable long userId);

    /** Applies a merge patch (RFC 7396). */
    @PatchExchange(url = "/users/{userId}", contentType = MediaType.APPLICATION_JSON_VALUE)
    void change(
            @PathVariable long userId,
            @RequestBody Map<String, String> patch,
            @RequestHeader(HttpHeaders.IF_MATCH) String etag);

    @PatchExchange(url = "/users/{userId}", contentType = MediaType.APPLICATION_JSON_VALUE)
    void assign(@PathVariable long userId, @RequestBody RoleChange change);

    @DeleteExchange("/users/{userId}")
    void delete(@PathVariable long userId, @RequestHeader(HttpHeaders.IF_MATCH) String etag);

    @PutExchange("/users/{userId}/password")
    void setPassword(@PathVariable long userId, @RequestBody StaffSetPassword password);

    @GetExchange("/users/{userId}/block")
    Block block(@PathVariable long userId);

    @PutExchange("/users/{userId}/block")
    void block(@PathVariable long userId, @RequestBody BlockReason reason);

    @DeleteExchange("/users/{userId}/block")
    void unblock(@PathVariable long userId);

    @GetExchange("/auth/sign-ins")
    Listing<SignIn> signIns(@RequestParam long userId, @RequestParam int size);

    @DeleteExchange("/auth/sign-ins")
    void endSignIns(@RequestParam long userId);

    @DeleteExchange("/auth/sign-ins/{signInId}")
    void endSignIn(@PathVariable UUID signInId);

    /** Returns an address with its {@code ETag}. */
    @GetExchange("/addresses/{addressId}")
    ResponseEntity<CustomerAddress> address(@PathVariable long addressId);

    /** Applies a merge patch (RFC 7396). */
    @PatchExchange(url = "/addresses/{addressId}", contentType = MediaType.APPLICATION_JSON_VALUE)
    void changeAddress(
            @PathVariable long addressId,
            @RequestBody Map<String, String> patch,
            @RequestHeader(HttpHeaders.IF_MATCH) String etag);

    @DeleteExchange("/addresses/{addressId}")
    void deleteAddress(@PathVariable long addressId, @RequestHeader(HttpHeaders.IF_MATCH) String etag);

    @GetExchange("/users/name-collisions")
    Listing<NameCollision> nameCollisions(@RequestParam int page);
}
