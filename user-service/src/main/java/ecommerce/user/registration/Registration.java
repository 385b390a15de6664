package ecommerce.user.registration;

import ecommerce.user.address.AddressService;
import ecommerce.user.password.GuessablePasswords;
import ecommerce.user.password.PasswordHashing;
import ecommerce.user.throttle.AccountKey;
import ecommerce.user.throttle.RegistrationThrottle;
import ecommerce.user.throttle.SignInThrottle;
import ecommerce.user.user.Role;
import ecommerce.user.user.User;
import ecommerce.user.user.UserService;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Registers customers. */
@Service
class Registration {

    private final RegistrationThrottle throttle;
    private final SignInThrottle signIns;
    private final PasswordHashing hashing;
    private final UserService users;
    private final AddressService addresses;
    private final TransactionTemplate transaction;

    Registration(
            RegistrationThrottle throttle,
            SignInThrottle signIns,
            PasswordHashing hashing,
            UserService users,
            AddressService addresses,
            TransactionTemplate transaction) {
        this.throttle = throttle;
        this.signIns = signIns;
        this.hashing = hashing;
        this.users = users;
        this.addresses = addresses;
        this.transaction = transaction;
    }

    /**
     * Registers a customer. Throws 400 if the password is the user name or the email address, 409 if one of these is
     * taken, and 429 after too many registrations from the client's address.
     */
    User register(RegistrationRequest request, String clientAddress) {
        throttle.count(clientAddress);
        var credential = request.credential();
        GuessablePasswords.refuse(credential.password(), credential.username(), request.email(), "credential.password");
        users.requireFree(credential.username(), request.email());
        var hash = hashing.encode(credential.password());
        var user = Objects.requireNonNull(transaction.execute(status -> store(request, hash)));
        signIns.remember(AccountKey.of(user.userId()), clientAddress);
        return user;
    }

    private User store(RegistrationRequest request, String passwordHash) {
        var user = users.register(request.profile(), request.credential().username(), passwordHash, Role.USER);
        request.addresses().forEach(address -> addresses.add(address, user.userId()));
        return user;
    }
}
