package ecommerce.user.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountNamesTests {

    @ParameterizedTest
    @CsvSource({
        "Alice, ALICE",
        "\uFB01sh, fish",
        "\uFF41lice, alice",
        "Stra\u00dfe, STRASSE",
        "e\u0301clair, \u00c9CLAIR",
        "\u0130lker, ilker",
        "gro\u1e9e, gro\u00df",
        "'  alice\u3000', alice"
    })
    void givesAllSpellingsOfAUserNameTheSameKey(String one, String other) {
        assertThat(AccountNames.usernameKey(one)).isEqualTo(AccountNames.usernameKey(other));
    }

    @Test
    void givesEachCharacterTheKeyOfItsLowerCaseInPostgreSql() {
        assertThat(IntStream.rangeClosed(1, Character.MAX_CODE_POINT)
                        .filter(character -> character < Character.MIN_SURROGATE || character > Character.MAX_SURROGATE)
                        .filter(character -> !key(character).equals(key(Character.toLowerCase(character)))))
                .isEmpty();
    }

    private static String key(int character) {
        return AccountNames.usernameKey("a" + Character.toString(character) + "b");
    }

    @ParameterizedTest
    @CsvSource({
        "me@B\u00fccher.example, ME@xn--bcher-kva.example",
        "me@b\u00fccher\u3002example, me@b\u00fccher.example",
        "me@EXAMPLE.com, Me@example.com"
    })
    void givesAllSpellingsOfAnEmailAddressTheSameKey(String one, String other) {
        assertThat(AccountNames.emailKey(one)).isEqualTo(AccountNames.emailKey(other));
    }

    @ParameterizedTest
    @CsvSource({"alice, alice2", "a.lice, alice", "resume, r\u00e9sum\u00e9"})
    void keepsOtherNamesApart(String one, String other) {
        assertThat(AccountNames.usernameKey(one)).isNotEqualTo(AccountNames.usernameKey(other));
        assertThat(AccountNames.emailKey(one + "@example.com"))
                .isNotEqualTo(AccountNames.emailKey(other + "@example.com"));
    }
}
