package openset.browsing.pay;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import openset.browsing.Guest;
import openset.browsing.InBrowser;
import openset.browsing.Scene;
import openset.browsing.TownSquare;
import org.junit.jupiter.api.Test;

/** How long a person waits between approving and the verified receipt. */
@InBrowser
class SpeedTest {
  private static final int PURCHASES = 9;
  private static final int ROUNDS = 3;
  private static final double MEDIAN_MAX_MS = 400;
  private static final String MEASURED =
      "() => performance.getEntriesByName('approve to receipt').at(-1).duration";

  private final TownSquare town = TownSquare.here();
  private final Till till = Till.at(town, "lantern");

  @Test
  void fromApprovalToTheVerifiedReceiptInLessThanFourHundredMilliseconds() {
    try (Guest guest = Buyer.withPasskey(town, Scene.ENGLISH)) {
      double median = Double.MAX_VALUE;
      // Other work on the machine may slow a round; a slow wallet slows them all.
      for (int round = 0; round < ROUNDS && median > MEDIAN_MAX_MS; round++) {
        median = median(guest.page());
      }
      System.out.printf("wallet: approve to receipt %.0f ms median%n", median);
      assertThat(median).isLessThan(MEDIAN_MAX_MS);
    }
  }

  private double median(Page page) {
    List<Double> times = new ArrayList<>();
    for (int i = 0; i < PURCHASES; i++) {
      page.navigate("about:blank");
      page.navigate(till.link(till.order().initiation()));
      Buyer.approves(page, Scene.ENGLISH);
      assertThat(Buyer.verdict(page)).isEqualTo("Paid");
      times.add(((Number) page.evaluate(MEASURED)).doubleValue());
    }
    return times.stream().sorted().toList().get(PURCHASES / 2);
  }
}
