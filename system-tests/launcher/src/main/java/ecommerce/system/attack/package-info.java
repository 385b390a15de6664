/**
 * Attacks a running shop: tries every endpoint as every kind of caller, everything that belongs to another customer,
 * the database's logins, the registry, and requests that no HTTP client sends. The packages below make forged tokens,
 * random requests, and requests that would exhaust a service.
 */
@NullMarked
package ecommerce.system.attack;

import org.jspecify.annotations.NullMarked;
