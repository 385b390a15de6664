package ecommerce.user.user;

import ecommerce.user.name.AccountNames;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A user of the shop, with profile, credential and role. */
@Entity
@Table(name = "users")
public class User {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long userId;

    private String firstName;
    private String lastName;
    private @Nullable String imageUrl;
    private String email;
    private @Nullable String phone;
    private String username;
    private @Nullable String usernameKey;
    private @Nullable String emailKey;

    @Column(insertable = false, updatable = false)
    private boolean usernameCollides;

    @Column(insertable = false, updatable = false)
    private boolean emailCollides;

    private String passwordHash;

    @Enumerated(EnumType.STRING)
    private Role role;

    private Instant createdAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected User() {}

    /** Creates a user. The password must already be hashed. */
    User(Profile profile, String username, String passwordHash, Role role) {
        fill(profile);
        this.emailKey = AccountNames.emailKey(email);
        this.username = username;
        this.usernameKey = AccountNames.usernameKey(username);
        this.passwordHash = passwordHash;
        this.role = role;
        this.createdAt = Instant.now();
    }

    void replaceProfile(Profile profile) {
        if (!profile.email().equals(email)) {
            emailKey = AccountNames.emailKey(profile.email());
        }
        fill(profile);
    }

    private void fill(Profile profile) {
        firstName = profile.firstName();
        lastName = profile.lastName();
        imageUrl = profile.imageUrl();
        email = profile.email();
        phone = profile.phone();
    }

    public void changePassword(String newPasswordHash) {
        passwordHash = newPasswordHash;
    }

    void assign(Role newRole) {
        role = newRole;
    }

    Profile profile() {
        return new Profile(firstName, lastName, imageUrl, email, phone);
    }

    public long userId() {
        return Objects.requireNonNull(userId, "not stored yet");
    }

    public String username() {
        return username;
    }

    public String passwordHash() {
        return passwordHash;
    }

    public Role role() {
        return role;
    }

    Instant createdAt() {
        return createdAt;
    }

    public long version() {
        return version;
    }
}
