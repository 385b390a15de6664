package ecommerce.proxyclient.desk.customers;

import ecommerce.proxyclient.userclient.CustomerClient.Customer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A customer's names and contact data, as staff type them. user-service checks them. */
public record CustomerDataForm(String firstName, String lastName, String email, String phone) {

    /** Spring passes null for an absent field. */
    public CustomerDataForm {
        firstName = text(firstName);
        lastName = text(lastName);
        email = text(email);
        phone = text(phone);
    }

    static CustomerDataForm of(Customer customer) {
        return new CustomerDataForm(
                customer.firstName(), customer.lastName(), customer.email(), text(customer.phone()));
    }

    static CustomerDataForm of(Map<String, String> values) {
        return new CustomerDataForm(
                values.getOrDefault("firstName", ""),
                values.getOrDefault("lastName", ""),
                values.getOrDefault("email", ""),
                values.getOrDefault("phone", ""));
    }

    /** Returns the values of the fields, by name. */
    Map<String, String> values() {
        var values = new LinkedHashMap<String, String>();
        values.put("firstName", firstName);
        values.put("lastName", lastName);
        values.put("email", email);
        values.put("phone", phone);
        return values;
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
