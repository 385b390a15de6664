package ecommerce.defaults.transaction;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.resilience.annotation.EnableResilientMethods;
import org.springframework.transaction.PlatformTransactionManager;

/** Enables {@link RepeatOnDeadlock} in services that have transactions. */
@AutoConfiguration
@ConditionalOnClass(PlatformTransactionManager.class)
@EnableResilientMethods
class TransactionAutoConfiguration {}
