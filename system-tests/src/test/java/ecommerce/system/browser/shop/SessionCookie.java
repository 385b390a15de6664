package ecommerce.system.browser.shop;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.Cookie;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The session cookie of a browser, decrypted with the published secret of the profile {@code local}. Nobody has to wait 15 minutes
 * until an access token expires: the cookie says when it does.
 */
public final class SessionCookie {

    private static final String NAME = "shop_session";
    private static final String SECRET = "local-session";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;
    private static final JsonMapper JSON = new JsonMapper();

    private final BrowserContext context;

    public SessionCookie(BrowserContext context) {
        this.context = context;
    }

    /** Lets the access token expire an hour ago. */
    public void expireAccessToken() {
        var cookie = cookie();
        var sealed = open(cookie.value);
        ((ObjectNode) sealed.path("content"))
                .put("accessToken", "expired")
                .put("expiresAt", Instant.now().minusSeconds(3600).toString());
        cookie.value = seal(sealed);
        context.addCookies(List.of(cookie));
    }

    /** Returns whether the cookie has an access token that is still valid. */
    boolean hasFreshAccessToken() {
        var expiresAt = open(cookie().value).path("content").path("expiresAt").asString();
        return Instant.parse(expiresAt).isAfter(Instant.now());
    }

    /** Returns user-service's id of the sign-in, which is in the access token. */
    public String signInId() {
        var token = open(cookie().value).path("content").path("accessToken").asString();
        var claims = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
        return JSON.readTree(claims).path("sid").asString();
    }

    private Cookie cookie() {
        return context.cookies().stream()
                .filter(cookie -> cookie.name.equals(NAME))
                .findFirst()
                .orElseThrow();
    }

    /** Decrypts a JWE in compact form (RFC 7516): header, no key, nonce, content and tag. */
    private static ObjectNode open(String jwe) {
        var parts = jwe.split("\\.");
        var decoder = Base64.getUrlDecoder();
        var content = decoder.decode(parts[3]);
        var tag = decoder.decode(parts[4]);
        var sealed = new byte[content.length + tag.length];
        System.arraycopy(content, 0, sealed, 0, content.length);
        System.arraycopy(tag, 0, sealed, content.length, tag.length);
        return (ObjectNode) JSON.readTree(crypt(Cipher.DECRYPT_MODE, parts[0], decoder.decode(parts[2]), sealed));
    }

    private static String seal(ObjectNode content) {
        var header = encode("{\"alg\":\"dir\",\"enc\":\"A256GCM\"}".getBytes(StandardCharsets.US_ASCII));
        var nonce = new byte[NONCE_BYTES];
        new SecureRandom().nextBytes(nonce);
        var sealed = crypt(Cipher.ENCRYPT_MODE, header, nonce, JSON.writeValueAsBytes(content));
        var length = sealed.length - TAG_BYTES;
        return String.join(
                ".",
                header,
                "",
                encode(nonce),
                encode(Arrays.copyOf(sealed, length)),
                encode(Arrays.copyOfRange(sealed, length, sealed.length)));
    }

    private static byte[] crypt(int mode, String header, byte[] nonce, byte[] content) {
        try {
            var key = MessageDigest.getInstance("SHA-256")
                    .digest("%s:%s".formatted(NAME, SECRET).getBytes(StandardCharsets.UTF_8));
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
            cipher.updateAAD(header.getBytes(StandardCharsets.US_ASCII));
            return cipher.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The cookie has another secret or form than in the profile local", e);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
