package ecommerce.proxyclient.desk.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ecommerce.proxyclient.desk.change.VersionedEdit.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.client.HttpClientErrorException;

class EditConflictTests {

    private static final Map<String, String> OPENED = Map.of("title", "Stove", "price", "10.00", "sku", "S-1");

    private final List<String> sentTags = new ArrayList<>();

    @Test
    void keepsWhatWasTypedAndTakesWhatOnlyTheOtherChanged() {
        var typed = Map.of("title", "Camping Stove", "price", "10.00", "sku", "S-1");
        var stored = new Version(Map.of("title", "Gas Stove", "price", "12.00", "sku", "S-1"), "\"2\"");

        var conflict = new EditConflict(new VersionedEdit(OPENED, typed, "\"1\""), stored);

        assertThat(conflict.merged()).isEqualTo(Map.of("title", "Camping Stove", "price", "12.00", "sku", "S-1"));
        assertThat(conflict.differences())
                .containsExactlyInAnyOrder(
                        new EditConflict.Difference("title", "Camping Stove", "Gas Stove", true),
                        new EditConflict.Difference("price", "10.00", "12.00", false));
        assertThat(conflict.reopened().etag()).isEqualTo("\"2\"");
        assertThat(conflict.reopened().opened()).isEqualTo(stored.values());
    }

    @Test
    void sendsAnEditAgainIfNoneOfItsFieldsHasChanged() {
        var edit = new VersionedEdit(OPENED, Map.of("title", "New", "price", "10.00", "sku", "S-1"), "\"1\"");

        var conflict = edit.save(tag -> acceptOnly("\"2\"", tag), () -> new Version(OPENED, "\"2\""));

        assertThat(conflict).isEmpty();
        assertThat(sentTags).containsExactly("\"1\"", "\"2\"");
    }

    @Test
    void endsIfTheRecordChangesAgainAndAgain() {
        var edit = new VersionedEdit(OPENED, Map.of("title", "New", "price", "10.00", "sku", "S-1"), "\"1\"");

        assertThat(edit.save(tag -> acceptOnly("never", tag), () -> new Version(OPENED, "\"2\"")))
                .isPresent();
        assertThat(sentTags).hasSize(4);
    }

    @Test
    void isDoneIfTheFirstAnswerWasLost() {
        var typed = Map.of("title", "New", "price", "10.00", "sku", "S-1");

        assertThat(new VersionedEdit(OPENED, typed, "\"1\"")
                        .save(tag -> acceptOnly("\"2\"", tag), () -> new Version(typed, "\"2\"")))
                .isEmpty();
        assertThat(sentTags).containsExactly("\"1\"");
    }

    @Test
    void passesOnOtherRefusals() {
        var edit = new VersionedEdit(OPENED, OPENED, "\"1\"");

        assertThatThrownBy(() -> edit.save(
                        tag -> {
                            throw refusal(HttpStatus.NOT_FOUND);
                        },
                        () -> new Version(OPENED, "\"2\"")))
                .isInstanceOf(HttpClientErrorException.NotFound.class);
    }

    private void acceptOnly(String accepted, String tag) {
        sentTags.add(tag);
        if (!tag.equals(accepted)) {
            throw refusal(HttpStatus.PRECONDITION_FAILED);
        }
    }

    private static HttpClientErrorException refusal(HttpStatus status) {
        return HttpClientErrorException.create(status, "", new HttpHeaders(), new byte[0], null);
    }
}
