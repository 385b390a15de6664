/** Runs a shop on this machine: its database, its services and their AOT caches. */
@NullMarked
package ecommerce.system.stack;

import org.jspecify.annotations.NullMarked;
