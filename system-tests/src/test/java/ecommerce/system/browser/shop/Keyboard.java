package ecommerce.system.browser.shop;

import ecommerce.system.browser.Visitor;

/** A keyboard without a mouse: reaches what a page has with the Tab key alone. */
public final class Keyboard {

    /** More Tabs than any page needs. */
    private static final int PATIENCE = 200;

    /** The name of the focused element: its label, its own {@code aria-label}, or its text. */
    private static final String FOCUSED = """
            (() => {
              const focused = document.activeElement;
              const name = focused.labels?.length ? focused.labels[0].textContent
                  : focused.getAttribute('aria-label') ?? (focused === document.body ? '' : focused.textContent);
              return name.trim();
            })()""";

    private final Visitor visitor;

    public Keyboard(Visitor visitor) {
        this.visitor = visitor;
    }

    /** Moves to a link or a button and presses Enter. */
    public Keyboard activate(String name) {
        moveTo(name);
        return enter();
    }

    /** Moves to a field and types. */
    public Keyboard type(String label, String text) {
        moveTo(label);
        // The focus selects the content of a field that is reached with Tab, so that typing replaces it.
        visitor.page().keyboard().type(text);
        return this;
    }

    public Keyboard enter() {
        // Unlike the keyboard's press, this waits for the page to which the key leads.
        visitor.page().locator(":focus").press("Enter");
        return this;
    }

    /** Presses Tab until an element whose name begins like this has the focus. */
    public void moveTo(String name) {
        for (var presses = 0; presses < PATIENCE; presses++) {
            if (visitor.page().evaluate(FOCUSED).toString().startsWith(name)) {
                return;
            }
            visitor.page().keyboard().press("Tab");
        }
        throw new AssertionError("%d Tabs on %s don't reach %s".formatted(PATIENCE, visitor.path(), name));
    }
}
