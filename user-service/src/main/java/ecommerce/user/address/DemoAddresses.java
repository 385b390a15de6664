package ecommerce.user.address;

import ecommerce.user.user.User;
import ecommerce.user.user.UserRepository;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Creates addresses of the demo customers in the profiles {@code local} and {@code demo}. */
@Component
@Profile({"local", "demo"})
@Order // after the accounts
class DemoAddresses implements ApplicationRunner {

    private final UserRepository users;
    private final AddressRepository addresses;

    DemoAddresses(UserRepository users, AddressRepository addresses) {
        this.users = users;
        this.addresses = addresses;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        users.findByUsername("alice").ifPresent(alice -> add(alice, "Calle 10 # 5-51", "760044", "Cali"));
        users.findByUsername("bob").ifPresent(bob -> add(bob, "21 Harbour Street", "EH6 7AA", "Edinburgh"));
    }

    private void add(User user, String fullAddress, String postalCode, String city) {
        if (addresses.findFirst100ByUserIdOrderByAddressId(user.userId()).isEmpty()) {
            addresses.save(new Address(user.userId(), fullAddress, postalCode, city));
        }
    }
}
