package ecommerce.order.note;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;

interface OrderNoteRepository extends JpaRepository<OrderNote, Long> {

    Page<OrderNote> findByOrderId(long orderId, Pageable pageable);
}
