package ecommerce.system.browser.shop;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.system.browser.InBrowser;
import ecommerce.system.browser.ShopBrowser;
import ecommerce.system.browser.Visitor;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Looks for products. */
@InBrowser
class BrowsingIT {

    private Visitor visitor;

    @BeforeEach
    void enter(ShopBrowser browser) {
        visitor = browser.visitor();
    }

    @Test
    void keepsFilterAndSortWhenAListIsReloaded() {
        visitor.open("/app/search");
        visitor.fill("From (USD)", "20").fill("To (USD)", "200").select("Sort by", "Price, low to high");
        visitor.field("In stock only").check();
        visitor.press("Apply");
        var titles = texts(".tiles .title");
        var prices = texts(".tiles .price").stream()
                .map(text -> new BigDecimal(text.replaceAll("[$,]", "")))
                .toList();
        assertThat(prices)
                .hasSizeGreaterThan(5)
                .isSorted()
                .allSatisfy(price -> assertThat(price).isBetween(new BigDecimal("20"), new BigDecimal("200")));

        visitor.page().reload();

        assertThat(texts(".tiles .title")).isEqualTo(titles);
        assertThat(visitor.field("From (USD)")).hasValue("20");
        assertThat(visitor.field("Sort by")).hasValue("priceUnit,asc");
        assertThat(visitor.field("In stock only")).isChecked();
    }

    @Test
    void returnsToTheSamePageOfAList() {
        visitor.open("/app/search?sort=productTitle");
        var first = texts(".tiles .title");
        visitor.follow("Next");
        visitor.sees("Page 2 of");
        var second = texts(".tiles .title");
        assertThat(second).isNotEmpty().doesNotContainAnyElementsOf(first);

        visitor.page().locator(".tiles a.title").first().click();
        visitor.sees("Article");
        visitor.page().goBack();

        visitor.sees("Page 2 of");
        assertThat(texts(".tiles .title")).isEqualTo(second);
        visitor.page().goBack();
        visitor.sees("Page 1 of");
        assertThat(texts(".tiles .title")).isEqualTo(first);
    }

    @Test
    void speaksSpanishAfterTheLanguageIsChosen() {
        visitor.open("/app/search?q=lamp");
        assertThat(visitor.page().locator("html")).hasAttribute("lang", "en");

        visitor.press("español");

        assertThat(visitor.page().locator("html")).hasAttribute("lang", "es");
        assertThat(visitor.page()).hasURL(Pattern.compile("/app/search\\?q=lamp$"));
        visitor.sees("Ordenar por").follow("Iniciar sesión");
        visitor.sees("Contraseña");
        visitor.open("/app/").sees("Bienvenido");
    }

    private List<String> texts(String selector) {
        return visitor.page().locator(selector).allInnerTexts();
    }
}
