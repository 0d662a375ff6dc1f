package openset.browsing;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What axe-core finds wrong on a page by the rules of WCAG 2.2, levels A and AA. */
final class Accessibility {
  private static final String AXE = axe();
  private static final String SETTLE =
      """
      () => Promise.race([
        new Promise((late) => setTimeout(late, 1000)),
        Promise.allSettled(document.getAnimations().map((moving) => moving.finished)),
      ]).then(() => true)
      """;
  private static final String RUN =
      """
      async () => {
        const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
        const found = await axe.run(document, { runOnly: { type: 'tag', values: tags } });
        return found.violations.map((fault) =>
          fault.id + ': ' + fault.nodes.map((node) => node.target.join(' ')).join(', ') + ': ' +
            fault.nodes[0].failureSummary);
      }
      """;

  private Accessibility() {}

  static List<String> faults(Page page) {
    // Half-faded text has half its contrast.
    page.evaluate(SETTLE);
    page.evaluate(AXE);
    Object found = page.evaluate(RUN);
    return ((List<?>) found).stream().map(Object::toString).toList();
  }

  private static String axe() {
    try (InputStream in = Accessibility.class.getResourceAsStream("/axe.min.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
