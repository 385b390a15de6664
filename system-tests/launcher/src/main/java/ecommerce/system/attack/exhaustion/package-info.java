/** Sends requests that would exhaust a service without limits, and checks that it goes on. */
@NullMarked
package ecommerce.system.attack.exhaustion;

import org.jspecify.annotations.NullMarked;
