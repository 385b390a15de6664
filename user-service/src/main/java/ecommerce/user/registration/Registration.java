package ecommerce.user.registration;

import ecommerce.user.address.AddressService;
import ecommerce.user.user.Role;
import ecommerce.user.user.User;
import ecommerce.user.user.UserService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class Registration {

    private final UserService users;
    private final AddressService addresses;

    Registration(UserService users, AddressService addresses) {
        this.users = users;
        this.addresses = addresses;
    }

    User register(RegistrationRequest request) {
        var credential = request.credential();
        var user = users.register(request.profile(), credential.username(), credential.password(), Role.USER);
        request.addresses().forEach(address -> addresses.add(address, user.userId()));
        return user;
    }
}
