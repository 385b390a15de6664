package ecommerce.system.attack.token;

import ecommerce.system.client.ShopDatabase;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.RSAPrivateKeySpec;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The private key that signs the shop's tokens, read from user-service's schema. With it the attack makes tokens that
 * are wrong in nothing but a claim. The stored form is that of user-service's {@code KeyEncryption}.
 */
public final class GenuineKey {

    /** The value of {@code KEY_ENCRYPTION_SECRET} in the profile {@code local}. */
    private static final String SECRET = "local-key-encryption";

    private static final int ITERATIONS = 600_000;
    private static final int KEY_BITS = 256;
    private static final int NONCE_BYTES = 16;
    private static final int TAG_BITS = 128;

    private GenuineKey() {}

    /**
     * Reads the key.
     *
     * @throws IllegalStateException if the key can't be read, or if another secret encrypted it
     */
    public static PrivateKey read(String databaseUrl) {
        try (var database = new ShopDatabase(databaseUrl);
                var statement = database.connection().createStatement();
                var row = statement.executeQuery("SELECT encrypted_jwk, salt FROM user_service.signing_key"
                        + " WHERE activates_at <= now() ORDER BY activates_at DESC LIMIT 1")) {
            if (!row.next()) {
                throw new IllegalStateException("user-service has no signing key");
            }
            return parse(JsonMapper.shared().readTree(decrypt(row.getBytes(1), row.getString(2))));
        } catch (SQLException | GeneralSecurityException e) {
            throw new IllegalStateException("The signing key can't be read", e);
        }
    }

    private static String decrypt(byte[] content, String salt) throws GeneralSecurityException {
        var secret = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(
                        new PBEKeySpec(SECRET.toCharArray(), HexFormat.of().parseHex(salt), ITERATIONS, KEY_BITS));
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(secret.getEncoded(), "AES"),
                new GCMParameterSpec(TAG_BITS, Arrays.copyOf(content, NONCE_BYTES)));
        return new String(cipher.doFinal(content, NONCE_BYTES, content.length - NONCE_BYTES), StandardCharsets.UTF_8);
    }

    private static PrivateKey parse(JsonNode jwk) throws GeneralSecurityException {
        return KeyFactory.getInstance("RSA").generatePrivate(new RSAPrivateKeySpec(number(jwk, "n"), number(jwk, "d")));
    }

    private static BigInteger number(JsonNode jwk, String member) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(jwk.path(member).asString()));
    }
}
