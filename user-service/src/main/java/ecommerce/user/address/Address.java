package ecommerce.user.address;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A delivery address of a user. */
@Entity
public class Address {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long addressId;

    private long userId;
    private String fullAddress;
    private String postalCode;
    private String city;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected Address() {}

    Address(long userId, String fullAddress, String postalCode, String city) {
        this.userId = userId;
        this.fullAddress = fullAddress;
        this.postalCode = postalCode;
        this.city = city;
    }

    void replace(String newFullAddress, String newPostalCode, String newCity) {
        fullAddress = newFullAddress;
        postalCode = newPostalCode;
        city = newCity;
    }

    long addressId() {
        return Objects.requireNonNull(addressId, "not stored yet");
    }

    long userId() {
        return userId;
    }

    String fullAddress() {
        return fullAddress;
    }

    String postalCode() {
        return postalCode;
    }

    String city() {
        return city;
    }

    long version() {
        return version;
    }
}
