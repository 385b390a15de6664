package ecommerce.proxyclient.userclient;

import ecommerce.proxyclient.listing.Listing;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PatchExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** Registers users, and reads and changes accounts and addresses. */
@HttpExchange("/api")
public interface AccountClient {

    record Account(
            long userId,
            String firstName,
            String lastName,
            String email,
            @Nullable String phone) {}

    record Registration(
            String firstName,
            String lastName,
            String email,
            @Nullable String phone,
            NewCredential credential) {}

    record NewCredential(String username, String password) {

        @Override
        public String toString() {
            return "NewCredential[]";
        }
    }

    record NewPassword(String currentPassword, String newPassword) {

        @Override
        public String toString() {
            return "NewPassword[]";
        }
    }

    record Address(long addressId, String fullAddress, String postalCode, String city) {

        public AddressContent content() {
            return new AddressContent(fullAddress, postalCode, city);
        }
    }

    record AddressContent(String fullAddress, String postalCode, String city) {}

    @PostExchange("/users")
    Account register(@RequestBody Registration registration);

    @GetExchange("/users/me")
    Account me();

    /** Returns any user to staff; others can only read themselves. */
    @GetExchange("/users/{userId}")
    Account account(@PathVariable long userId);

    /** Applies a merge patch (RFC 7396). */
    @PatchExchange(url = "/users/{userId}", contentType = MediaType.APPLICATION_JSON_VALUE)
    Account change(@PathVariable long userId, @RequestBody Map<String, String> patch);

    @PutExchange("/users/{userId}/password")
    void changePassword(@PathVariable long userId, @RequestBody NewPassword password);

    /** Lists the addresses of the signed-in user. A user has at most 100 addresses, so a page of this size has all. */
    @GetExchange("/addresses?userId=me")
    Listing<Address> ownAddresses(@RequestParam int size, @RequestParam int page);

    @GetExchange("/addresses")
    Listing<Address> addresses(@RequestParam long userId, @RequestParam int size, @RequestParam int page);

    @GetExchange("/addresses/{addressId}")
    Address address(@PathVariable long addressId);

    @PostExchange("/addresses")
    Address addAddress(@RequestBody AddressContent content);

    @PatchExchange(url = "/addresses/{addressId}", contentType = MediaType.APPLICATION_JSON_VALUE)
    Address changeAddress(@PathVariable long addressId, @RequestBody AddressContent content);

    @DeleteExchange("/addresses/{addressId}")
    void deleteAddress(@PathVariable long addressId);
}
