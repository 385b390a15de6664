package ecommerce.system.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import ecommerce.system.Shop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The browser of one test. Its visitors share no cookies. */
public final class ShopBrowser implements AutoCloseable {

    private static final Path FOLDER = Path.of("target", "browser");

    /** Milliseconds. The first page after a start takes seconds. */
    static final int PATIENCE = 30_000;

    private final Browser chromium;
    private final Shop shop;
    private final String test;
    private final List<BrowserContext> contexts = new ArrayList<>();
    private final Set<PageState> shown = new LinkedHashSet<>();

    ShopBrowser(Browser chromium, Shop shop, String test) {
        this.chromium = chromium;
        this.shop = shop;
        this.test = test;
    }

    /** Returns the shop for what a test prepares or checks through the API. */
    public Shop shop() {
        return shop;
    }

    /** Opens a window of 1280 × 720 pixels for somebody who reads English and isn't signed in. */
    public Visitor visitor() {
        return visitor(options());
    }

    /** Opens a window with the given options, which begin with {@link #options}. */
    public Visitor visitor(NewContextOptions options) {
        var context = chromium.newContext(options);
        context.setDefaultTimeout(PATIENCE);
        contexts.add(context);
        return new Visitor(context.newPage(), this);
    }

    /** Returns the options of a usual window. */
    public NewContextOptions options() {
        return new NewContextOptions().setBaseURL(shop.gateway().toString()).setLocale("en-US");
    }

    String test() {
        return test;
    }

    /** Returns the states of pages that the test has shown. */
    Set<PageState> shown() {
        return shown;
    }

    /** Stores a screenshot and the HTML of each open page. */
    void keepPages() {
        var pages =
                contexts.stream().flatMap(context -> context.pages().stream()).toList();
        for (var page : pages) {
            var name = "%s-%d".formatted(test.replace('#', '.'), pages.indexOf(page) + 1);
            try {
                keep(page, name);
            } catch (PlaywrightException | IOException e) {
                System.out.printf("The page %s can't be kept: %s%n", page.url(), e.getMessage());
            }
        }
    }

    private static void keep(Page page, String name) throws IOException {
        Files.createDirectories(FOLDER);
        Files.writeString(FOLDER.resolve(name + ".html"), "<!-- %s -->%n%s".formatted(page.url(), page.content()));
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(FOLDER.resolve(name + ".png"))
                .setFullPage(true));
    }

    @Override
    public void close() {
        contexts.forEach(BrowserContext::close);
    }
}
