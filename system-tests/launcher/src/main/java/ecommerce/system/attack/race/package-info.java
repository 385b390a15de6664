/** Sends requests at the same time that must not outrun each other: guessed passwords, and refreshed tokens. */
@NullMarked
package ecommerce.system.attack.race;

import org.jspecify.annotations.NullMarked;
