/** Sign-in, registration, and the customer's account. */
@NullMarked
package ecommerce.proxyclient.shop.account;

import org.jspecify.annotations.NullMarked;
