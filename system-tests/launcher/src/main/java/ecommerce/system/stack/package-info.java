/** The whole shop on this machine: its database and its services, each a process that can be started and ended. */
@NullMarked
package ecommerce.system.stack;

import org.jspecify.annotations.NullMarked;
