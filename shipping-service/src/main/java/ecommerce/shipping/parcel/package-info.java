/** Corrects parcels, and records parcels that are lost or undeliverable. For staff. */
@NullMarked
package ecommerce.shipping.parcel;

import org.jspecify.annotations.NullMarked;
