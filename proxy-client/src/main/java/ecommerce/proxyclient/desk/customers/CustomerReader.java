package ecommerce.proxyclient.desk.customers;

import static java.util.Objects.requireNonNull;

import ecommerce.proxyclient.userclient.CustomerClient;
import ecommerce.proxyclient.userclient.CustomerClient.Block;
import ecommerce.proxyclient.userclient.CustomerClient.Customer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;

/** Reads one customer for the desk's pages. */
@Component
class CustomerReader {

    private final CustomerClient customers;

    CustomerReader(CustomerClient customers) {
        this.customers = customers;
    }

    /** @param etag names this version of the customer */
    record Version(Customer customer, String etag) {}

    Version find(long userId) {
        var answer = customers.customer(userId);
        return new Version(
                requireNonNull(answer.getBody()),
                requireNonNull(answer.getHeaders().getETag()));
    }

    /** Returns why the customer is blocked; null if the customer isn't blocked, or has just been unblocked. */
    @Nullable
    Block block(Customer customer) {
        if (customer.blockedAt() == null) {
            return null;
        }
        try {
            return customers.block(customer.userId());
        } catch (HttpClientErrorException.NotFound unblocked) {
            return null;
        }
    }
}
