/** The desk's audit: who changed what, in all areas of the shop. */
@NullMarked
package ecommerce.proxyclient.desk.audit;

import org.jspecify.annotations.NullMarked;
