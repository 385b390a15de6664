package ecommerce.order.userclient;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

@HttpExchange("/internal/users/{userId}")
public interface UserClient {

    record Address(long addressId, String fullAddress, String postalCode, String city) {}

    record AddressList(List<Address> collection) {}

    /** Lists the user's addresses, the oldest first. */
    @GetExchange("/addresses")
    AddressList findAddresses(@PathVariable long userId);

    /** Finds an address. Responds with 404 if it isn't one of the user's addresses. */
    @GetExchange("/addresses/{addressId}")
    Address findAddress(@PathVariable long userId, @PathVariable long addressId);

    /** @param address the oldest address; null if the user has none, and in answers of the previous version */
    record Contact(
            String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable ContactAddress address) {}

    record ContactAddress(String fullAddress, String postalCode, String city) {}

    /** Finds the contact data and the oldest address of a user. Responds with 404 if the user doesn't exist. */
    @GetExchange("/contact")
    Contact findContact(@PathVariable long userId);
}
