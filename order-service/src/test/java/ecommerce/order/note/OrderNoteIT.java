package ecommerce.order.note;

import static ecommerce.defaults.test.TestRequests.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ecommerce.order.OrderServiceTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrderNoteIT extends OrderServiceTest {

    String order;
    String notes;

    @BeforeEach
    void placeAnOrder() {
        order = shop.orderLamps("tok_approved");
        notes = order + "/notes";
        shop.awaitStatus(order, "CONFIRMED");
    }

    @Test
    void listsNotesWithTheirAuthorsTheOldestFirst() {
        add("Called the customer.\nNobody answered.");
        add("The customer called back.");

        shop.staff()
                .get(notes)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.collection[*].text")
                .isEqualTo(List.of("Called the customer.\nNobody answered.", "The customer called back."))
                .jsonPath("$.collection[0].by")
                .isEqualTo("admin")
                .jsonPath("$.collection[0].writtenAt")
                .isNotEmpty();
        shop.staff()
                .get(notes + "?sort=writtenAt,desc&size=1")
                .expectBody()
                .jsonPath("$.collection[0].text")
                .isEqualTo("The customer called back.")
                .jsonPath("$.page.totalElements")
                .isEqualTo(2);
    }

    @Test
    void addsANoteOnceUnderAKey() {
        var once = shop.staff().with("Idempotency-Key", UUID.randomUUID().toString());
        var first = body(once.post(notes, Map.of("text", "Called the customer.")));

        assertThat(body(once.post(notes, Map.of("text", "Called the customer."))))
                .isEqualTo(first);
        once.post(notes, Map.of("text", "Called again.")).expectStatus().isEqualTo(422);

        shop.staff().get(notes).expectBody().jsonPath("$.collection[*].noteId").isEqualTo(List.of(first.get("noteId")));
    }

    @Test
    void hidesNotesFromTheCustomer() {
        add("Suspicious");

        shop.customer().get(notes).expectStatus().isForbidden();
        shop.customer().post(notes, Map.of("text", "Mine")).expectStatus().isForbidden();
        assertThat(shop.read(order).toString()).doesNotContain("Suspicious");
    }

    @Test
    void recordsWhoWroteANoteButNotItsText() {
        add("Suspicious");

        shop.staff()
                .get("/api/orders/audit?action=order.note&subjectType=order&subjectId=" + id(order))
                .expectBody()
                .jsonPath("$.collection[*].actorName")
                .isEqualTo(List.of("admin"))
                .jsonPath("$.collection[0].details.noteId")
                .isNotEmpty()
                .jsonPath("$.collection[0].details.text")
                .doesNotExist();
    }

    @Test
    void refusesAnEmptyOrLongNoteAndAMissingOrder() {
        shop.staff().post(notes, Map.of("text", " ")).expectStatus().isBadRequest();
        shop.staff().post(notes, Map.of()).expectStatus().isBadRequest();
        shop.staff()
                .post(notes, Map.of("text", "x".repeat(2001)))
                .expectStatus()
                .isBadRequest();
        shop.staff()
                .post("/api/orders/999999999/notes", Map.of("text", "x"))
                .expectStatus()
                .isNotFound();
        shop.staff().get("/api/orders/999999999/notes").expectStatus().isNotFound();
    }

    @Test
    void cannotChangeOrDeleteNotes() {
        add("Suspicious");

        assertThatThrownBy(() -> jdbc.sql("UPDATE order_note SET text = ''").update())
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> jdbc.sql("DELETE FROM order_note").update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    private void add(String text) {
        var note = body(shop.staff().post(notes, Map.of("text", text)));
        assertThat(note.get("text")).isEqualTo(text);
    }
}
