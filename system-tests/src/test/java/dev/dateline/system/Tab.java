package dev.dateline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A tab with a memory of its own, which notes what goes wrong in it. */
final class Tab implements AutoCloseable {

    /** Of the machine, not of the page: other tests start containers, and Chromium gives up what it was loading. */
    private static final String NETWORK_CHANGED = "ERR_NETWORK_CHANGED";

    private static final Set<String> GRAVE = Set.of("serious", "critical");
    private static final int TRIES = 5;
    private static final double PATIENCE_MILLIS = 30_000;
    private static final double AFTER_CHANGE_MILLIS = 3_000;

    /** Filled when what it shows has been read. */
    private static final String VIEW = ".view > *";

    private final URI explorer;
    private final BrowserContext context;
    private final Page page;
    private final Queue<String> problems = new ConcurrentLinkedQueue<>();
    private final Queue<String> networkChanges = new ConcurrentLinkedQueue<>();

    Tab(Browser browser, URI explorer, Browser.NewContextOptions options) {
        this.explorer = explorer;
        context = browser.newContext(options);
        context.setDefaultTimeout(PATIENCE_MILLIS);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                (message.text().contains(NETWORK_CHANGED) ? networkChanges : problems).add(message.text());
            }
        });
        page.onPageError(problems::add);
        page.onRequest(request -> {
            URI asked = URI.create(request.url());
            boolean isOwn =
                    asked.getScheme().equals("blob") || explorer.getAuthority().equals(asked.getAuthority());
            if (!isOwn) {
                problems.add("a request to another host: " + asked);
            }
        });
    }

    Page page() {
        return page;
    }

    /** Opens a view at its address, as a link from elsewhere does; once more when the network changed meanwhile. */
    Tab open(String path) {
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            networkChanges.clear();
            try {
                page.navigate(explorer + path);
                page.waitForCondition(() -> page.isVisible(VIEW) || !networkChanges.isEmpty());
                // What a change took away does not come any more.
                page.waitForSelector(VIEW, new Page.WaitForSelectorOptions().setTimeout(AFTER_CHANGE_MILLIS));
                return this;
            } catch (PlaywrightException e) {
                if (attempt == TRIES
                        || networkChanges.isEmpty()
                                && !String.valueOf(e.getMessage()).contains(NETWORK_CHANGED)) {
                    throw e;
                }
            }
        }
        return this;
    }

    Locator find(String selector) {
        return page.locator(selector);
    }

    Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** What is wrong for those who can't see, or can't point, as far as a program finds it. */
    void assertAccessible() {
        var options = new AxeRunOptions();
        // What is right is most of it, and would be described too.
        options.setResultTypes(List.of("violations"));
        // Without frames there is nothing to put together in a second tab.
        List<Rule> violations = new AxeBuilder(page)
                .options(options)
                .setLegacyMode(true)
                .analyze()
                .getViolations();
        assertThat(violations.stream().filter(rule -> GRAVE.contains(rule.getImpact())))
                .as("axe at " + page.url())
                .extracting(rule -> rule.getId() + " " + rule.getNodes().get(0).getHtml())
                .isEmpty();
    }

    void assertNoSidewaysScrolling() {
        assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("scrolls sideways at " + page.url())
                .isEqualTo(0);
    }

    /** An answer that is a problem is an error on the console, too, and may be what a test is about. */
    void expectProblems() {
        assertThat(problems).isNotEmpty();
        problems.clear();
    }

    @Override
    public void close() {
        context.close();
        assertThat(problems).as("errors of the page").isEmpty();
    }
}
