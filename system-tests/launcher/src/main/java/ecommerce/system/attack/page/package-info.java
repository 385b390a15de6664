/** Opens the web shop's pages in a browser. */
@NullMarked
package ecommerce.system.attack.page;

import org.jspecify.annotations.NullMarked;
