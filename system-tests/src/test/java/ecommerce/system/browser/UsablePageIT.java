package ecommerce.system.browser;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

@InBrowser
class UsablePageIT {

    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head><title>A test</title><meta name="viewport" content="width=device-width"><style>%s</style></head>
            <body><main><h1>A test</h1><p>Some text</p>%s</main></body>
            </html>
            """;

    @Test
    void refusesPaleTextAndButtonsWithoutAName(ShopBrowser browser) {
        var page = browser.visitor().page();
        page.setContent(PAGE.formatted("p { color: #ccc; background: #fff }", "<button></button>"));

        assertThatThrownBy(() -> UsablePage.check(page, "page"))
                .hasMessageContaining("what axe finds on page, light")
                .hasMessageContaining("color-contrast: ")
                .hasMessageContaining("<p>Some text</p>")
                .hasMessageContaining("button-name: ")
                .hasMessageContaining("<button></button>");
    }

    @Test
    void refusesTextThatIsPaleInDarkColoursOnly(ShopBrowser browser) {
        var page = browser.visitor().page();
        page.setContent(PAGE.formatted(
                "@media (prefers-color-scheme: dark) { body { background: #000 } p { color: #333; background: #000 } h1 { color: #fff } }",
                ""));

        assertThatThrownBy(() -> UsablePage.check(page, "page"))
                .hasMessageContaining("what axe finds on page, narrow and dark")
                .hasMessageContaining("color-contrast: ");
    }

    @Test
    void refusesAPageThatIsWiderThanANarrowWindow(ShopBrowser browser) {
        var page = browser.visitor().page();
        page.setContent(PAGE.formatted("p { width: 400px }", ""));

        assertThatThrownBy(() -> UsablePage.check(page, "page"))
                .hasMessageContaining("pixels by which page is wider than the window");
    }
}
