package ecommerce.system.attack.token;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tokens that nobody may accept, made from a customer's genuine token (RFC 8725, 2).
 *
 * @param header the header of the genuine token, as JSON
 * @param payload the claims of the genuine token, as JSON
 */
public record ForgedTokens(String header, String payload, String signature) {

    /** @param genuine the token to forge */
    public static ForgedTokens from(String genuine) {
        var parts = genuine.split("\\.");
        return new ForgedTokens(decoded(parts[0]), decoded(parts[1]), parts[2]);
    }

    /**
     * Returns the forgeries by their names.
     *
     * @param publicKeys the key set that user-service publishes, as JSON
     */
    public Map<String, String> all(String publicKeys) {
        var staff = payload.replace("\"USER\"", "\"ADMIN\"");
        var unknownKey = "{\"alg\":\"RS256\",\"kid\":\"unknown\"}";
        return Map.of(
                "token with another role",
                encoded(header) + "." + encoded(staff) + "." + signature,
                "token with alg none",
                encoded("{\"alg\":\"none\"}") + "." + encoded(staff) + ".",
                "token signed with the public key as a secret",
                signedWithSecret(staff, publicKeys),
                "token signed with another key",
                signedWith(foreignKey(), header, staff),
                "token with an unknown key id",
                signedWith(foreignKey(), unknownKey, staff),
                "token without a signature",
                encoded(header) + "." + encoded(payload) + ".",
                "no token",
                "nonsense");
    }

    /** Returns tokens that each name another unknown key. */
    public List<String> withUnknownKeys(int number) {
        var key = foreignKey();
        return IntStream.range(0, number)
                .mapToObj(i -> signedWith(key, "{\"alg\":\"RS256\",\"kid\":\"unknown-%d\"}".formatted(i), payload))
                .toList();
    }

    private String signedWithSecret(String claims, String secret) {
        var content = encoded(header.replace("RS256", "HS256")) + "." + encoded(claims);
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return content + "." + encoded(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Signs a token with RS256. */
    static String signedWith(PrivateKey key, String header, String claims) {
        var content = encoded(header) + "." + encoded(claims);
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + encoded(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PrivateKey foreignKey() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair().getPrivate();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return encoded(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
