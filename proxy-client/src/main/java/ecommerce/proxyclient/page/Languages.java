package ecommerce.proxyclient.page;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The languages of the shop: English, and one for each file {@code messages_*.properties}. */
@Component
class Languages {

    static final Locale DEFAULT = Locale.ENGLISH;

    private final List<Locale> all;

    Languages() throws IOException {
        var files = new PathMatchingResourcePatternResolver().getResources("classpath*:messages_*.properties");
        all = Stream.concat(Stream.of(DEFAULT), Arrays.stream(files).map(Languages::of))
                .toList();
    }

    private static Locale of(Resource file) {
        var name = Objects.requireNonNull(file.getFilename());
        return Locale.forLanguageTag(name.substring(name.indexOf('_') + 1, name.indexOf('.')));
    }

    List<Locale> all() {
        return all;
    }

    /** Returns the language that the shop has, for this locale. */
    Locale of(Locale locale) {
        return all.stream()
                .filter(language -> language.getLanguage().equals(locale.getLanguage()))
                .findFirst()
                .orElse(DEFAULT);
    }
}
