/**
 * Changes that staff make with forms: nothing typed is lost when a service refuses a change, doesn't answer, or stores a
 * newer version.
 */
@NullMarked
package ecommerce.proxyclient.desk.change;

import org.jspecify.annotations.NullMarked;
