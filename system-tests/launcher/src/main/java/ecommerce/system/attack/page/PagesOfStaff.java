package ecommerce.system.attack.page;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Opens the pages of the staff's desk, and sends their forms, in a browser in which a customer has signed in. */
public final class PagesOfStaff {

    private final Browser browser;
    private final Map<String, String> credentials;

    /** @param shop the gateway's address */
    public PagesOfStaff(URI shop, String username, String password) {
        this.browser = new Browser(shop);
        this.credentials = Map.of("username", username, "password", password);
    }

    /**
     * Sends the requests, and returns what is wrong: each must be refused with 403.
     *
     * @throws IllegalStateException if the customer can't sign in, because then the refusals would prove nothing
     */
    public List<String> run(List<PageRequest> requests) {
        browser.get("/app/sign-in");
        browser.post("/app/sign-in", credentials);
        var own = browser.get("/app/orders");
        if (own != 200) {
            throw new IllegalStateException("The customer doesn't see the own orders: " + own);
        }
        var findings = new ArrayList<String>();
        for (var request : requests) {
            var status = request.method().equals("GET")
                    ? browser.get(request.path())
                    : browser.post(request.path(), Map.of());
            if (status != 403) {
                findings.add("%s by a customer's browser: %d instead of 403".formatted(request, status));
            }
        }
        return findings;
    }
}
