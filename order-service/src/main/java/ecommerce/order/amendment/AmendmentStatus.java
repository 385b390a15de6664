package ecommerce.order.amendment;

/**
 * The status of an amendment. A customer's return request is REQUESTED until staff accept or refuse it, and ACCEPTED
 * until they have received the pieces. Any other amendment begins as WAITING. An amendment is RUNNING while its steps
 * are performed, and ends as DONE or REFUSED.
 */
enum AmendmentStatus {
    REQUESTED,
    ACCEPTED,
    WAITING,
    RUNNING,
    DONE,
    REFUSED
}
