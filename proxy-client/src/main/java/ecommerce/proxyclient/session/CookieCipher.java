package ecommerce.proxyclient.session;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.util.StringUtils;

/** Encrypts the value of a cookie (JWE, AES-256-GCM). Each cookie has keys of its own, so none stands in for another. */
final class CookieCipher {

    private static final JWEHeader HEADER = new JWEHeader(JWEAlgorithm.DIR, EncryptionMethod.A256GCM);

    /** The first key encrypts. All of them decrypt. */
    private final List<byte[]> keys;

    /** @param previousSecret a secret that also decrypts; empty if there is none */
    CookieCipher(String cookie, String secret, String previousSecret) {
        this.keys = Stream.of(secret, previousSecret)
                .filter(StringUtils::hasText)
                .map(each -> key(cookie, each))
                .toList();
    }

    /** Derives a key. The secret is random and long, so that nobody can guess it. */
    private static byte[] key(String cookie, String secret) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest((cookie + ":" + secret).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    String encrypt(byte[] content) {
        var token = new JWEObject(HEADER, new Payload(content));
        try {
            token.encrypt(new DirectEncrypter(keys.getFirst()));
        } catch (JOSEException e) {
            throw new IllegalStateException("A cookie can't be encrypted", e);
        }
        return token.serialize();
    }

    /** Decrypts a value. Throws JOSEException if it was encrypted with none of the keys. */
    byte[] decrypt(String value) throws ParseException, JOSEException {
        var failure = new JOSEException("No key");
        for (var key : keys) {
            var token = JWEObject.parse(value);
            try {
                token.decrypt(new DirectDecrypter(key));
                return token.getPayload().toBytes();
            } catch (JOSEException otherKey) {
                failure = otherKey;
            }
        }
        throw failure;
    }
}
