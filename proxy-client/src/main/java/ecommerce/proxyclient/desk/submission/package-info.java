/** Sends the desk's forms to a service. Whatever the service answers, nothing is done twice and nothing typed is lost. */
@NullMarked
package ecommerce.proxyclient.desk.submission;

import org.jspecify.annotations.NullMarked;
