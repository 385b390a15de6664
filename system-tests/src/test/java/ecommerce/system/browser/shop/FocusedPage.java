package ecommerce.system.browser.shop;

import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.system.browser.Visitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Checks that a page shows where the keyboard is: each element that the Tab key reaches is in view and has an outline. */
public final class FocusedPage {

    /** More Tabs than any page needs. */
    private static final int PATIENCE = 200;

    /** The focused element, what is wrong with it, and whether the Tab key has reached it before. */
    private static final String FOCUSED = """
            () => {
              const focused = document.activeElement;
              const name = focused.outerHTML.slice(0, 120);
              // The Tab key stays in the field of a date for its day, month and year.
              const isEnd = focused === document.body || 'reached' in focused.dataset && focused !== window.reached;
              focused.dataset.reached = '';
              window.reached = focused;
              const style = getComputedStyle(focused);
              const box = focused.getBoundingClientRect();
              const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
              const faults = [];
              if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) faults.push('has no outline');
              if (!top || !(focused.contains(top) || top.contains(focused))) faults.push('is hidden');
              return { name, isEnd, faults: faults.join(', ') };
            }""";

    private FocusedPage() {}

    public static void check(Visitor visitor) {
        var faults = new ArrayList<String>();
        for (var reached = 0; reached < PATIENCE; reached++) {
            visitor.page().keyboard().press("Tab");
            var focused = (Map<?, ?>) visitor.page().evaluate(FOCUSED);
            if (Boolean.TRUE.equals(focused.get("isEnd"))) {
                assertThat(reached)
                        .as("what the Tab key reaches on %s", visitor.path())
                        .isGreaterThan(5);
                assertThat(faults).as("focus on %s", visitor.path()).isEqualTo(List.of());
                return;
            }
            if (!focused.get("faults").equals("")) {
                faults.add(focused.get("name") + " " + focused.get("faults"));
            }
        }
        throw new AssertionError("%d Tabs don't lead through %s".formatted(PATIENCE, visitor.path()));
    }
}
