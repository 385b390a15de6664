package ecommerce.order.note;

import ecommerce.defaults.audit.ActorName;
import java.time.Instant;

/**
 * A note in API responses.
 *
 * @param by the name of the member of staff who wrote it
 */
record OrderNoteResponse(
        long noteId, long orderId, String text, @ActorName String by, Instant writtenAt) {

    static OrderNoteResponse of(OrderNote note) {
        return new OrderNoteResponse(note.noteId(), note.orderId(), note.text(), note.writtenBy(), note.writtenAt());
    }
}
