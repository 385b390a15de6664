package ecommerce.proxyclient.desk.customers;

import ecommerce.proxyclient.listing.Listing;
import ecommerce.proxyclient.userclient.AccountClient.Address;
import ecommerce.proxyclient.userclient.CustomerClient.Block;
import ecommerce.proxyclient.userclient.CustomerClient.Customer;
import ecommerce.proxyclient.userclient.CustomerClient.SignIn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a customer shows.
 *
 * @param block why the customer can't sign in; null for one who can
 * @param signIns the open sign-ins that were used last
 */
public record CustomerPage(
        Customer customer, @Nullable Block block, List<Address> addresses, Listing<SignIn> signIns) {}
