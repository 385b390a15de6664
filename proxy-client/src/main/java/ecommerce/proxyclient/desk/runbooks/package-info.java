/** The desk's runbooks: what to do when an alert fires. */
@NullMarked
package ecommerce.proxyclient.desk.runbooks;

import org.jspecify.annotations.NullMarked;
