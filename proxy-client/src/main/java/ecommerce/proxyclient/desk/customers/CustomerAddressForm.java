package ecommerce.proxyclient.desk.customers;

import ecommerce.proxyclient.userclient.CustomerClient.CustomerAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A customer's address, as staff type it. user-service checks it. */
public record CustomerAddressForm(String fullAddress, String postalCode, String city) {

    /** Spring passes null for an absent field. */
    public CustomerAddressForm {
        fullAddress = text(fullAddress);
        postalCode = text(postalCode);
        city = text(city);
    }

    static CustomerAddressForm of(CustomerAddress address) {
        return new CustomerAddressForm(address.fullAddress(), address.postalCode(), address.city());
    }

    static CustomerAddressForm of(Map<String, String> values) {
        return new CustomerAddressForm(
                values.getOrDefault("fullAddress", ""),
                values.getOrDefault("postalCode", ""),
                values.getOrDefault("city", ""));
    }

    /** Returns the values of the fields, by name. */
    Map<String, String> values() {
        var values = new LinkedHashMap<String, String>();
        values.put("fullAddress", fullAddress);
        values.put("postalCode", postalCode);
        values.put("city", city);
        return values;
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
