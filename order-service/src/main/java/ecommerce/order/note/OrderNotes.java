package ecommerce.order.note;

import ecommerce.defaults.audit.Audit;
import ecommerce.defaults.audit.AuditEvent;
import ecommerce.defaults.problem.Problem;
import ecommerce.defaults.security.Caller;
import ecommerce.defaults.web.PageResponse;
import ecommerce.defaults.web.SortFields;
import ecommerce.order.order.OrderRepository;
import java.util.Map;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds and lists notes. */
@Service
@Transactional
class OrderNotes {

    private static final SortFields SORT =
            new SortFields("noteId", Map.of("noteId", "noteId", "writtenAt", "writtenAt"));

    private final OrderNoteRepository notes;
    private final OrderRepository orders;
    private final Audit audit;

    OrderNotes(OrderNoteRepository notes, OrderRepository orders, Audit audit) {
        this.notes = notes;
        this.orders = orders;
        this.audit = audit;
    }

    /** Adds a note. Throws 404 if the order doesn't exist. The audit log names the note and doesn't repeat its text. */
    OrderNoteResponse add(long orderId, String text, Caller caller) {
        requireOrder(orderId);
        var note = notes.save(new OrderNote(orderId, caller.username(), text));
        audit.record(AuditEvent.of("order.note", "order", orderId).with("noteId", note.noteId()));
        return OrderNoteResponse.of(note);
    }

    /** Lists the notes of an order, by default the oldest first. Throws 404 if the order doesn't exist. */
    @Transactional(readOnly = true)
    PageResponse<OrderNoteResponse> findAll(long orderId, Pageable pageable) {
        requireOrder(orderId);
        return PageResponse.of(notes.findByOrderId(orderId, SORT.apply(pageable)), OrderNoteResponse::of);
    }

    private void requireOrder(long orderId) {
        if (!orders.existsById(orderId)) {
            throw Problem.notFound("order", orderId);
        }
    }
}
