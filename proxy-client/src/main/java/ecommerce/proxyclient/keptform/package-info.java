/**
 * Keeps a form while its user is asked for the password. The sign-in page has the form, encrypted, in a hidden field. So any
 * instance can send the form, also after a restart, and no service stores it.
 */
@NullMarked
package ecommerce.proxyclient.keptform;

import org.jspecify.annotations.NullMarked;
