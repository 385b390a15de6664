package ecommerce.defaults.web;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

class ETagTests {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "*", "\"7\"", "\"1\", \"7\""})
    void acceptsTheCurrentVersion(String ifMatch) {
        assertThatNoException().isThrownBy(() -> ETag.check(ifMatch, 7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"6\"", "7", "W/\"7\"", "\"1\", \"2\"", "nonsense"})
    void rejectsAnyOtherVersion(String ifMatch) {
        assertThatExceptionOfType(ErrorResponseException.class)
                .isThrownBy(() -> ETag.check(ifMatch, 7))
                .matches(refusal -> refusal.getStatusCode() == HttpStatus.PRECONDITION_FAILED);
    }
}
