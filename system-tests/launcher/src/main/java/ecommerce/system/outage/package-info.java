/**
 * What customers see of a shop whose parts are restarted, killed or gone, in numbers: under a steady load through two
 * gateways, every answer but a 2xx is counted.
 */
@NullMarked
package ecommerce.system.outage;

import org.jspecify.annotations.NullMarked;
