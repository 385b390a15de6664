/** The client of the audit logs, of which each service has its own. */
@NullMarked
package ecommerce.proxyclient.auditclient;

import org.jspecify.annotations.NullMarked;
