/**
 * Changes that staff make with forms: nothing typed is lost, and nothing is done twice, when a service refuses a change,
 * doesn't answer, or stores a newer version.
 *
 * <ul>
 *   <li>{@link ecommerce.proxyclient.desk.change.ServiceChanges} calls a service. The controller shows its form again if the
 *       change fails.
 *   <li>{@link ecommerce.proxyclient.desk.change.FormSubmission} does the same for a form with an idempotency key, and also
 *       chooses the page to show: the next one, the form, or one that offers to send the same form again.
 *   <li>{@link ecommerce.proxyclient.desk.change.VersionedEdit} compares the edit of a record with what is stored.
 * </ul>
 */
@NullMarked
package ecommerce.proxyclient.desk.change;

import org.jspecify.annotations.NullMarked;
