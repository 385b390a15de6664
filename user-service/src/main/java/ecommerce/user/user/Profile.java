package ecommerce.user.user;

import ecommerce.user.name.AccountNames;
import java.util.Objects;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** The personal data of a user. */
public record Profile(
        String firstName,
        String lastName,
        @Nullable String imageUrl,
        String email,
        @Nullable String phone) {

    /** Returns this profile with the other one's email address, if that is a spelling of the same. */
    Profile keepingEmailOf(Profile other) {
        return AccountNames.sameEmail(email, other.email)
                ? new Profile(firstName, lastName, imageUrl, other.email, phone)
                : this;
    }

    /** Returns the names of the members that differ, separated by commas. */
    String differencesTo(Profile other) {
        var differences = new StringJoiner(", ");
        add(differences, "firstName", firstName, other.firstName);
        add(differences, "lastName", lastName, other.lastName);
        add(differences, "imageUrl", imageUrl, other.imageUrl);
        add(differences, "email", email, other.email);
        add(differences, "phone", phone, other.phone);
        return differences.toString();
    }

    private static void add(StringJoiner differences, String member, @Nullable String one, @Nullable String other) {
        if (!Objects.equals(one, other)) {
            differences.add(member);
        }
    }
}
