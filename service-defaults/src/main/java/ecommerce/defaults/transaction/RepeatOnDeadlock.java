package ecommerce.defaults.transaction;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.resilience.annotation.Retryable;

/**
 * Retries a method up to five times, after 20 to 500 ms, if PostgreSQL has rolled back its transaction because of a
 * deadlock or a serialization failure. The method must start the transaction, because a part of a transaction can't be
 * retried. After the last attempt the caller receives a 503.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Retryable(
        predicate = TransactionRollback.class,
        maxRetries = 5,
        delay = 20,
        multiplier = 2,
        jitter = 20,
        maxDelay = 500)
public @interface RepeatOnDeadlock {}
