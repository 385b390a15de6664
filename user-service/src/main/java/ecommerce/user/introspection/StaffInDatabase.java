package ecommerce.user.introspection;

import ecommerce.defaults.security.Caller;
import ecommerce.defaults.security.StaffTokens;
import ecommerce.defaults.security.StaffTokensUnavailableException;
import ecommerce.user.user.Role;
import ecommerce.user.user.UserRepository;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Looks into the database whether a caller of user-service itself is still a member of staff who isn't blocked. */
@Component
class StaffInDatabase implements StaffTokens {

    private final UserRepository users;

    StaffInDatabase(UserRepository users) {
        this.users = users;
    }

    @Override
    public boolean isActive(Caller caller, String token) {
        try {
            return users.findById(caller.userId())
                    .filter(user -> user.role() == Role.ADMIN && !user.isBlocked())
                    .isPresent();
        } catch (DataAccessException | TransactionException e) {
            throw new StaffTokensUnavailableException("The database is unavailable", e);
        }
    }
}
