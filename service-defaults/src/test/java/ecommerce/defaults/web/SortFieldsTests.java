package ecommerce.defaults.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.web.ErrorResponseException;

class SortFieldsTests {

    private final SortFields fields = new SortFields("id", Map.of("price", "priceUnit"));

    @Test
    void sortsByTheAttributeAndThenById() {
        var sorted = fields.apply(PageRequest.of(2, 10, Sort.by(Sort.Direction.DESC, "price")));

        assertThat(sorted.getSort()).isEqualTo(Sort.by(Sort.Order.desc("priceUnit"), Sort.Order.asc("id")));
        assertThat(sorted.getOffset()).isEqualTo(20);
    }

    @Test
    void sortsByIdByDefault() {
        assertThat(fields.apply(PageRequest.of(0, 10)).getSort()).isEqualTo(Sort.by("id"));
    }

    @Test
    void rejectsUnknownSortFields() {
        assertThatExceptionOfType(ErrorResponseException.class)
                .isThrownBy(() -> fields.apply(PageRequest.of(0, 10, Sort.by("passwordHash"))));
    }
}
