package ecommerce.system.attack.fuzz;

import ecommerce.system.client.Account;
import ecommerce.system.client.ShopClient;
import java.util.List;
import java.util.Map;

/**
 * The callers of random requests: nobody, a customer, and a member of staff whose id is larger than all random ids. The
 * requests may change or delete any account with a random id.
 */
final class FuzzCallers {

    /** The number of callers. */
    static final int COUNT = 3;

    private final ShopClient gateway;
    private final Account staff;

    /** @param admin an account that may promote others */
    FuzzCallers(ShopClient gateway, Account admin) {
        this.gateway = gateway;
        RandomValues.ACCOUNTS.forEach(username -> requireUnreachable(username, admin));
        this.staff = registerBeyond(RandomValues.LARGEST_ID);
        var promotion = admin.patch(
                "/api/users/" + staff.userId(), Map.of("credential", Map.of("roleBasedAuthority", "ROLE_ADMIN")));
        if (!promotion.is(200)) {
            throw new IllegalStateException("No member of staff could be made: " + promotion);
        }
    }

    private static void requireUnreachable(String username, Account admin) {
        var user = admin.get("/api/users/username/" + username);
        if (!user.is(200) || user.number("userId") >= RandomValues.SMALLEST_ID) {
            throw new IllegalStateException(
                    "Random requests could change the account %s: %s".formatted(username, user));
        }
    }

    private Account registerBeyond(long id) {
        var account = Account.register(gateway);
        return account.userId() > id ? account : registerBeyond(id);
    }

    /** Returns valid access tokens: an empty one, one of a new customer, and one of the member of staff. */
    List<String> tokens() {
        return List.of("", Account.register(gateway).signIn(), staff.signIn());
    }
}
