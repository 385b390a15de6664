package ecommerce.user.address;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Serves users' addresses to other services, for example as the destination of an order. */
@RestController
@RequestMapping("/internal/users/{userId}/addresses")
@Hidden
class InternalAddressController {

    private final AddressService addresses;

    InternalAddressController(AddressService addresses) {
        this.addresses = addresses;
    }

    /** The first 100 addresses, oldest first. */
    record AddressList(List<AddressResponse> collection) {}

    @GetMapping
    AddressList list(@PathVariable long userId) {
        return new AddressList(
                addresses.findAllOf(userId).stream().map(AddressResponse::of).toList());
    }

    @GetMapping("/{addressId}")
    AddressResponse get(@PathVariable long userId, @PathVariable long addressId) {
        return AddressResponse.of(addresses.findOf(userId, addressId));
    }
}
