package ecommerce.user.password;

import ecommerce.defaults.problem.Problem;
import ecommerce.user.name.AccountNames;

/** Refuses new passwords that anyone who knows the account can guess (NIST SP 800-63B-4, section 3.1.1.2). */
public final class GuessablePasswords {

    private GuessablePasswords() {}

    /**
     * Throws 400 if the password is the user name or the email address of its account, whatever their case.
     *
     * @param member the member of the request that contains the password
     */
    public static void refuse(String password, String username, String email, String member) {
        var key = AccountNames.usernameKey(password);
        if (key.equals(AccountNames.usernameKey(username)) || key.equals(AccountNames.usernameKey(email))) {
            throw Problem.invalid(member, "must differ from the user name and from the email address");
        }
    }
}
