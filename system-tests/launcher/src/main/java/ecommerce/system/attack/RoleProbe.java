package ecommerce.system.attack;

import ecommerce.system.client.ShopClient;
import java.util.Map;
import java.util.UUID;

/** Lets a new customer claim the role of staff, at the registration and afterwards. */
final class RoleProbe {

    private static final String PASSWORD = "a long password";

    private final ShopClient gateway;
    private final AttackReport report;
    private final String username = "claimant-" + UUID.randomUUID().toString().substring(0, 13);

    RoleProbe(ShopClient gateway, AttackReport report) {
        this.gateway = gateway;
        this.report = report;
    }

    void run() {
        var credential = Map.of("username", username, "password", PASSWORD, "roleBasedAuthority", "ROLE_ADMIN");
        var user = Map.of(
                "firstName", "Eve", "lastName", "Adams", "email", username + "@example.com", "credential", credential);
        gateway.send("POST", "/api/users", "", user, Map.of());
        expectCustomer("POST /api/users");
        var me = gateway.send("GET", "/api/users/me", signIn(), null, Map.of());
        claim(
                "PATCH",
                "/api/users/" + me.text("userId"),
                Map.of("credential", Map.of("roleBasedAuthority", "ROLE_ADMIN")));
        claim("PUT", "/api/credentials/" + me.text("userId"), Map.of("roleBasedAuthority", "ROLE_ADMIN"));
    }

    private void claim(String method, String path, Map<String, Object> body) {
        gateway.send(method, path, signIn(), body, Map.of());
        expectCustomer(method + " " + path);
    }

    private void expectCustomer(String request) {
        report.count(2);
        var answer = gateway.send("GET", "/api/users", signIn(), null, Map.of());
        if (!answer.is(403)) {
            report.find("%s makes a customer a member of staff: GET /api/users answers %d"
                    .formatted(request, answer.status()));
        }
    }

    private String signIn() {
        return gateway.send("POST", "/api/auth/token", "", Map.of("username", username, "password", PASSWORD), Map.of())
                .text("accessToken");
    }
}
