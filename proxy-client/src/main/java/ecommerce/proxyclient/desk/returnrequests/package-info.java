/** Customers' return requests: staff accept or refuse them, and receive the pieces. */
@NullMarked
package ecommerce.proxyclient.desk.returnrequests;

import org.jspecify.annotations.NullMarked;
