package ecommerce.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.stream.Collectors;

/** Checks that everybody can use a page: also with a screen reader, in dark colours, and on a small telephone. */
final class UsablePage {

    /** WCAG 2.2, levels A and AA, and what axe recommends. */
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    /** Pixels of WCAG 1.4.10 (reflow). */
    private static final int NARROWEST = 320;

    private static final int HEIGHT = 640;

    private UsablePage() {}

    /** Checks a page in the window as it is and light colours, then in a narrow window and dark ones. */
    static void check(Page page, String name) {
        checkRules(page, name + ", light");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        inNarrowWindow(page, () -> {
            checkWidth(page, name);
            checkRules(page, name + ", narrow and dark");
        });
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    /** Fails if the page is wider than a narrow window. */
    static void checkNarrowWidth(Page page, String name) {
        inNarrowWindow(page, () -> checkWidth(page, name));
    }

    private static void inNarrowWindow(Page page, Runnable check) {
        var window = page.viewportSize();
        page.setViewportSize(NARROWEST, HEIGHT);
        check.run();
        page.setViewportSize(window.width, window.height);
    }

    /** Fails if the page is wider than the window. */
    static void checkWidth(Page page, String name) {
        var wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(wider)
                .as("pixels by which %s is wider than the window", name)
                .isEqualTo(0);
    }

    private static void checkRules(Page page, String name) {
        // Describes the nodes of violations only, which takes half the time.
        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        // The legacy mode checks the page alone. The pages have no frames.
        var results = new AxeBuilder(page)
                .options(options)
                .withTags(RULES)
                .setLegacyMode(true)
                .analyze();
        assertThat(results.getPasses()).as("rules that %s complies with", name).isNotEmpty();
        assertThat(results.getViolations().stream().map(UsablePage::describe))
                .as("what axe finds on %s", name)
                .isEmpty();
    }

    private static String describe(Rule rule) {
        return rule.getNodes().stream()
                .map(CheckedNode::getHtml)
                .collect(Collectors.joining("\n  ", "%s: %s%n  ".formatted(rule.getId(), rule.getHelp()), ""));
    }
}
