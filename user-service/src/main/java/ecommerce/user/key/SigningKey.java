package ecommerce.user.key;

import com.nimbusds.jose.jwk.RSAKey;
import java.time.Instant;

/** An RSA key pair and the time from which it signs. */
record SigningKey(RSAKey key, Instant activatesAt) {}
