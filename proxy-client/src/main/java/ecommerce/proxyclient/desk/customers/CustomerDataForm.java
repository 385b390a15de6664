package ecommerce.proxyclient.desk.customers;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A customer's names and contact data, as staff type them. user-service checks them.
 *
 * @param etag names the version of the customer that was shown
 */
public record CustomerDataForm(
        @Nullable String etag,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String email,
        @Nullable String phone) {

    static CustomerDataForm of(CustomerReader.Version shown) {
        var customer = shown.customer();
        return new CustomerDataForm(
                shown.etag(), customer.firstName(), customer.lastName(), customer.email(), customer.phone());
    }

    /** Returns whether a sign-in has led back to this form with everything that was typed. */
    boolean isTyped() {
        return etag != null && firstName != null;
    }

    CustomerDataForm withEtag(String newEtag) {
        return new CustomerDataForm(newEtag, firstName, lastName, email, phone);
    }

    Map<String, String> patch() {
        return Map.of(
                "firstName", text(firstName),
                "lastName", text(lastName),
                "email", text(email),
                "phone", text(phone));
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }
}
