package ecommerce.system.browser.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import ecommerce.system.Shop.Client;
import ecommerce.system.browser.InBrowser;
import ecommerce.system.browser.ShopBrowser;
import ecommerce.system.browser.Visitor;
import ecommerce.system.browser.shop.Keyboard;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Moves a category at the desk, with the keyboard and with the mouse. */
@InBrowser
class MovingCategoriesIT {

    private static final String TREE = "/app/desk/categories";

    private static DeskStaff staff;
    private static Client shop;

    private final String name = "A-" + System.nanoTime();
    private final List<String> created = new ArrayList<>();
    private Visitor visitor;
    private String moved;
    private String above;

    @BeforeAll
    static void signInStaff(ShopBrowser browser) {
        staff = DeskStaff.signIn(browser);
        shop = browser.shop().staff();
    }

    @BeforeEach
    void createCategories(ShopBrowser browser) {
        moved = create(name);
        above = create(name + "-above");
        visitor = staff.window(browser);
    }

    private String create(String title) {
        var category = shop.post("/api/categories", Map.of("categoryTitle", title));
        created.add(category.body().get("categoryId").toString());
        return created.getLast();
    }

    /** A category can be deleted once none is below it. */
    @AfterEach
    void deleteCategories() {
        created.removeIf(MovingCategoriesIT::isDeleted);
        created.removeIf(MovingCategoriesIT::isDeleted);
        assertThat(created).as("categories that are left").isEmpty();
    }

    private static boolean isDeleted(String categoryId) {
        return shop.delete("/api/categories/" + categoryId).status() == 204;
    }

    @Test
    void movesACategoryWithTheKeyboard() {
        visitor.open(TREE + "/" + moved);
        var keyboard = new Keyboard(visitor);
        keyboard.activate("Skip to the content")
                .type("Parent category", name + "-above")
                .activate("Save");
        visitor.sees("The category %s is saved.".formatted(name));

        assertThat(parent()).isEqualTo(above);
    }

    @Test
    void movesACategoryWithTheMouse() {
        visitor.open(TREE);
        var mouse = visitor.page().mouse();
        handle(moved).hover();
        mouse.down();
        hover(row(above));
        assertThat(row(above)).hasClass("target");
        assertThat(visitor.page().locator("#move-status")).hasText("Move %s below %s-above".formatted(name, name));
        mouse.up();
        visitor.shows("desk/categories/categories", "moved category");
        assertThat(parent()).isEqualTo(above);

        handle(moved).dragTo(visitor.page().locator("#move-to-top"));
        assertThat(visitor.link(name + "-above / ")).hasCount(0);
        assertThat(parent()).isNull();
    }

    @Test
    void offersNoPlaceBelowTheCategoryItself() {
        place(above, moved);
        visitor.open(TREE);
        var mouse = visitor.page().mouse();
        handle(moved).hover();
        mouse.down();
        hover(row(above));
        assertThat(visitor.page().locator(".target")).hasCount(0);
        mouse.up();

        assertThat(visitor.page().locator("#move-status")).hasText(name + " is not moved.");
    }

    @Test
    void showsBothVersionsIfTheCategoryWasMovedSinceTheTreeWasShown() {
        var elsewhere = create(name + "-elsewhere");
        visitor.open(TREE);
        place(moved, elsewhere);

        handle(moved).dragTo(row(above));

        visitor.shows("desk/categories/edit", "moved by somebody else");
        assertThat(parent()).isEqualTo(elsewhere);
        visitor.press("Save").sees("The category %s is saved.".formatted(name));
        assertThat(parent()).isEqualTo(above);
    }

    /** Does what the mouse does over a place: only the second event of a drag has a new target. */
    private static void hover(Locator place) {
        place.hover();
        place.hover();
    }

    private Locator row(String categoryId) {
        return visitor.page().locator("tr[data-category='%s']".formatted(categoryId));
    }

    private Locator handle(String categoryId) {
        return row(categoryId).locator(".handle");
    }

    private void place(String categoryId, String parentId) {
        var parent = Map.of("parentCategory", Map.of("categoryId", Long.valueOf(parentId)));
        assertThat(shop.patch("/api/categories/" + categoryId, parent).status()).isEqualTo(200);
    }

    /** Returns the id of the category above the moved one; null if that is at the top. */
    private String parent() {
        var category = shop.get("/api/categories/" + moved).body();
        var parent = (Map<?, ?>) category.get("parentCategory");
        return parent == null ? null : parent.get("categoryId").toString();
    }
}
