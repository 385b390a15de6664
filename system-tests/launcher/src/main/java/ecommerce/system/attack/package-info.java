/** Attacks a running shop: tries every endpoint as every kind of caller, with genuine and forged tokens. */
@NullMarked
package ecommerce.system.attack;

import org.jspecify.annotations.NullMarked;
