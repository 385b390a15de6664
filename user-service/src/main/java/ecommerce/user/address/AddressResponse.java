package ecommerce.user.address;

record AddressResponse(long addressId, long userId, String fullAddress, String postalCode, String city) {

    static AddressResponse of(Address address) {
        return new AddressResponse(
                address.addressId(), address.userId(), address.fullAddress(), address.postalCode(), address.city());
    }
}
