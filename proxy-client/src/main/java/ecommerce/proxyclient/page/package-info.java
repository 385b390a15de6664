/** The web shop's page. */
@NullMarked
package ecommerce.proxyclient.page;

import org.jspecify.annotations.NullMarked;
