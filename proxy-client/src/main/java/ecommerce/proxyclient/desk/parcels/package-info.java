/**
 * The desk's parcels: staff pack, ship, split and correct the parcels of all customers. shipping-service decides what a
 * parcel's status permits, and audits each change.
 */
@NullMarked
package ecommerce.proxyclient.desk.parcels;

import org.jspecify.annotations.NullMarked;
