package ecommerce.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.system.RunningShop;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each test a {@link ShopBrowser}. The tests of a thread share one Chromium, because
 * Playwright may be used by one thread at a time. After a test that has failed, its pages are in
 * {@code target/browser}. A test that passes must have shown all states that {@code docs/page-states.csv} expects of it.
 */
final class BrowserExtension implements ExecutionCondition, ParameterResolver, AfterTestExecutionCallback {

    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(BrowserExtension.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (Chromium.executable().isPresent()) {
            return ConditionEvaluationResult.enabled("Chromium is installed");
        }
        return Boolean.parseBoolean(System.getenv("CI"))
                ? ConditionEvaluationResult.enabled("CI must have Chromium")
                : ConditionEvaluationResult.disabled(
                        "No Chromium was found. Install it, or set CHROMIUM to the path of its executable.");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == ShopBrowser.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return browser(context);
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        var browser = browser(context);
        if (context.getExecutionException().isPresent()) {
            browser.keepPages();
            return;
        }
        assertThat(browser.shown())
                .as("states that %s has shown", browser.test())
                .containsExactlyInAnyOrderElementsOf(PageState.of(browser.test()));
    }

    private static ShopBrowser browser(ExtensionContext context) {
        var chromium = context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(Thread.currentThread(), thread -> Chromium.start(), Chromium.class);
        var test = context.getRequiredTestClass().getSimpleName()
                + context.getTestMethod().map(method -> "#" + method.getName()).orElse("");
        // The store of a test also finds what is in that of its class.
        return context.getStore(NAMESPACE)
                .computeIfAbsent(
                        context.getUniqueId(),
                        key -> new ShopBrowser(chromium.browser(), RunningShop.shop(context), test),
                        ShopBrowser.class);
    }
}
