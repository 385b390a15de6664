package ecommerce.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SelectOption;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;

/** Somebody at a window of the browser. Finds fields, buttons and links by what a page calls them. */
public final class Visitor {

    private static final String LANGUAGE = "shop_language";

    private final Page page;
    private final ShopBrowser browser;

    Visitor(Page page, ShopBrowser browser) {
        this.page = page;
        this.browser = browser;
    }

    public Page page() {
        return page;
    }

    /** Opens a second window with the same cookies. */
    public Visitor newTab() {
        return new Visitor(page.context().newPage(), browser);
    }

    public Visitor open(String path) {
        page.navigate(path);
        return this;
    }

    /** Returns the path of the current page. */
    public String path() {
        return URI.create(page.url()).getPath();
    }

    /** Returns the field with this label. */
    public Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    public Visitor fill(String label, String text) {
        field(label).fill(text);
        return this;
    }

    /** Chooses an option of a list by its text. */
    public Visitor select(String label, String option) {
        field(label).selectOption(new SelectOption().setLabel(option));
        return this;
    }

    /** Returns the button whose name begins with the given text. Buttons of lists go on with what they change. */
    public Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(beginningWith(name)));
    }

    public Visitor press(String button) {
        button(button).click();
        return this;
    }

    /** Turns off what the browser itself checks in the forms of this page, so that the shop checks it. */
    public Visitor withoutChecks() {
        page.evaluate("""
                () => {
                  for (const form of document.forms) form.noValidate = true;
                  document.querySelectorAll('[maxlength]').forEach(field => field.removeAttribute('maxlength'));
                }
                """);
        return this;
    }

    /** Returns the link whose name begins with the given text. */
    public Locator link(String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(beginningWith(name)));
    }

    public Visitor follow(String link) {
        link(link).click();
        return this;
    }

    /** Waits until the page shows a text. */
    public Visitor sees(String text) {
        var found = page.getByText(text).filter(new Locator.FilterOptions().setVisible(true));
        assertThat(found.first()).isVisible();
        return this;
    }

    /**
     * Checks that the window shows a state of a page, and that everybody can use it.
     *
     * @param template the page, as in {@code docs/page-states.csv}
     * @param state the state, as in this table
     */
    public Visitor shows(String template, String state) {
        var expected = PageState.find(browser.test(), template, state);
        sees(expected.shows());
        Assertions.assertThat(page.url().replaceFirst("^https?://[^/]+", "")).matches(expected.addressPattern());
        UsablePage.check(page, expected.toString());
        browser.shown().add(expected);
        return this;
    }

    /**
     * Reads a language from the next page on.
     *
     * @param language {@code en} or {@code es}
     */
    public Visitor speak(String language) {
        var gateway = browser.shop().gateway().toString();
        page.context().addCookies(List.of(new Cookie(LANGUAGE, language).setUrl(gateway + "/app/")));
        return this;
    }

    /** Checks that the page is in Spanish. */
    public Visitor isInSpanish() {
        SpanishPage.check(page, page.url());
        return this;
    }

    /** Fails if the page is wider than the window. */
    public Visitor fits() {
        UsablePage.checkWidth(page, page.url());
        return this;
    }

    /** Returns a regular expression of JavaScript, which doesn't know the quotation of Java's. */
    private static Pattern beginningWith(String name) {
        return Pattern.compile("^" + name.replaceAll("[\\\\^$.*+?()\\[\\]{}|/]", "\\\\$0"));
    }
}
