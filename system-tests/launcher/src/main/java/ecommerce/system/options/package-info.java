/** Command-line options that several commands of {@code ./shop} share. */
@NullMarked
package ecommerce.system.options;

import org.jspecify.annotations.NullMarked;
