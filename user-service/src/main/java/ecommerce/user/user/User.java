package ecommerce.user.user;

import ecommerce.defaults.aggregate.StoredTime;
import ecommerce.user.name.AccountNames;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
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

    @Embedded
    private @Nullable Block block;

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
        this.createdAt = StoredTime.now();
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

    /** Blocks the user, or replaces the reason. Returns false if the user is blocked for this reason already. */
    public boolean block(String reason, String by) {
        if (block != null && block.reason().equals(reason)) {
            return false;
        }
        block = new Block(block == null ? StoredTime.now() : block.blockedAt(), by, reason);
        return true;
    }

    /** Unblocks the user. Returns false if the user isn't blocked. */
    public boolean unblock() {
        var wasBlocked = block != null;
        block = null;
        return wasBlocked;
    }

    public @Nullable Block block() {
        return block;
    }

    /** Returns whether the user may not sign in. */
    public boolean isBlocked() {
        return block != null;
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

    public String email() {
        return email;
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
