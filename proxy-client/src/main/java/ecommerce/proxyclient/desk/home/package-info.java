/** The desk's home: what there is to do, counted when the page is opened, and the alerts that fire. */
@NullMarked
package ecommerce.proxyclient.desk.home;

import org.jspecify.annotations.NullMarked;
