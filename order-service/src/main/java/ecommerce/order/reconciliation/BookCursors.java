package ecommerce.order.reconciliation;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores how far the data of other services was read. The position of data that wasn't read yet is 0. */
@Repository
class BookCursors {

    private final JdbcClient jdbc;

    BookCursors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long find(String book) {
        return jdbc.sql("SELECT position FROM book_cursor WHERE book = ?")
                .param(book)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    void moveTo(String book, long position) {
        jdbc.sql("INSERT INTO book_cursor VALUES (?, ?) ON CONFLICT (book) DO UPDATE SET position = excluded.position")
                .params(book, position)
                .update();
    }
}
