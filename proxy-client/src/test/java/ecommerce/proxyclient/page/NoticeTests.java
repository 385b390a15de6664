package ecommerce.proxyclient.page;

import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.proxyclient.session.Notice;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

class NoticeTests {

    /** During a deployment, an instance may show a page after a notice of an instance of the next version. */
    @Test
    void hasNoTextIfAnotherVersionHasMadeIt() {
        assertThat(text("next-version.done")).isEmpty();
        assertThat(text("sign-out.done")).isEqualTo("You are signed out.");
    }

    private static String text(String key) {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setFallbackToSystemLocale(false);
        var properties = new PageProperties(List.of(), "http://localhost:8080", "UTC");
        var page = new Page(
                new Page.Shop(messages, name -> name, List.of(Locale.ENGLISH), properties),
                new Page.Visit(Locale.ENGLISH, "/app/", "/app/", null, 0, null, "", true));
        return page.text(new Notice(key, List.of(), false));
    }
}
