/** Registration: stores a new customer's account and addresses in one transaction. */
@NullMarked
package ecommerce.user.registration;

import org.jspecify.annotations.NullMarked;
