package ecommerce.system.browser.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Request;
import ecommerce.system.browser.InBrowser;
import ecommerce.system.browser.ShopBrowser;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

@InBrowser
class PageWeightIT {

    private static final long LARGEST = 120 * 1024;
    private static final int MOST_REQUESTS = 12;

    @Test
    void transfersLittleForTheHomePageWithoutItsPictures(ShopBrowser browser) {
        var visitor = browser.visitor();
        var requests = new ArrayList<Request>();
        visitor.page().onRequestFinished(requests::add);

        visitor.open("/app/").sees("Welcome");
        visitor.page().waitForLoadState();

        // Chromium loads the icon by itself, and doesn't report it.
        var others = requests.stream()
                .filter(request -> !request.resourceType().equals("image"))
                .toList();
        assertThat(others).hasSizeBetween(3, MOST_REQUESTS);
        assertThat(others.stream().mapToLong(PageWeightIT::bytes).sum())
                .as("bytes of %s", others.stream().map(Request::url).toList())
                .isBetween(1L, LARGEST);
    }

    private static long bytes(Request request) {
        var sizes = request.sizes();
        return sizes.responseHeadersSize + sizes.responseBodySize;
    }
}
