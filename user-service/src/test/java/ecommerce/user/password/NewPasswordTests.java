package ecommerce.user.password;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewPasswordTests {

    private record Request(@NewPassword String password) {}

    private final Validator validator =
            Validation.buildDefaultValidatorFactory().getValidator();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "only letters",
                "            ",
                "\uD83D\uDD11\uD83D\uDD11\uD83D\uDD11\uD83D\uDD11\uD83D\uDD11\uD83D\uDD11\uD83D\uDD11\uD83D\uDD11\uD83D\uDD11\uD83D\uDD11\uD83D\uDD11\uD83D\uDD11"
            })
    void acceptsTwelveCharactersOfAnyKind(String password) {
        assertThat(messages(password)).isEmpty();
    }

    @Test
    void acceptsUpTo128Characters() {
        assertThat(messages("\u00e9 ".repeat(64))).isEmpty();
        assertThat(messages("\u00e9 ".repeat(64) + "x")).containsExactly("must have 12 to 128 characters");
    }

    @Test
    void refusesElevenCharacters() {
        assertThat(messages("elevenchars")).containsExactly("must have 12 to 128 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"123456789012", "passwordpassword", "PasswordPassword", "qwerty123456", "aaaaaaaaaaaa"})
    void refusesCommonPasswords(String password) {
        assertThat(messages(password)).containsExactly("is one of the most common passwords; choose another one");
    }

    private List<String> messages(String password) {
        return validator.validate(new Request(password)).stream()
                .map(violation -> violation.getMessage())
                .toList();
    }
}
