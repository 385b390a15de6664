package ecommerce.system.attack.token;

import java.security.PrivateKey;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Tokens that the shop's own key signs and that nobody may accept, because of one mistake (RFC 7519, 4.1). */
public final class MistakenTokens {

    private final String header;
    private final String payload;
    private final PrivateKey key;

    /** @param genuine a customer's token */
    public MistakenTokens(String genuine, PrivateKey key) {
        var parts = genuine.split("\\.");
        this.header = ForgedTokens.decoded(parts[0]);
        this.payload = ForgedTokens.decoded(parts[1]);
        this.key = key;
    }

    /** Returns a token without a mistake. If the shop refuses it, the other refusals prove nothing. */
    public String faultless() {
        return token(claims -> {});
    }

    /** Returns the tokens by their names. */
    public Map<String, String> all() {
        var now = Instant.now().getEpochSecond();
        var otherType = ((ObjectNode) JsonMapper.shared().readTree(header))
                .put("typ", "logout+jwt")
                .toString();
        return Map.of(
                "expired token",
                        token(claims -> claims.put("iat", now - 7_200)
                                .put("nbf", now - 7_200)
                                .put("exp", now - 3_600)),
                "token that isn't valid yet", token(claims -> claims.put("nbf", now + 3_600)),
                "token of another issuer", token(claims -> claims.put("iss", "http://localhost:1")),
                "token for another audience", token(claims -> claims.put("aud", "another-shop")),
                "token without an audience", token(claims -> claims.remove("aud")),
                "token of another type", ForgedTokens.signedWith(key, otherType, payload));
    }

    private String token(Consumer<ObjectNode> mistake) {
        var claims = (ObjectNode) JsonMapper.shared().readTree(payload);
        mistake.accept(claims);
        return ForgedTokens.signedWith(key, header, claims.toString());
    }
}
