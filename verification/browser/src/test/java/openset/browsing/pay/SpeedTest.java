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
  private static final double APPROVAL_MAX_MS = 400;
  private static final double CLICK_MAX_MS = 1500;
  private static final String MEASURED =
      "() => performance.getEntriesByName('approve to receipt').at(-1).duration";

  private final TownSquare town = TownSquare.here();
  private final Till till = Till.at(town, "lantern");

  @Test
  void fromApprovalToTheVerifiedReceiptInLessThanFourHundredMilliseconds() {
    try (Guest guest = Buyer.withPasskey(town, Scene.ENGLISH)) {
      Times best = new Times(Double.MAX_VALUE, Double.MAX_VALUE);
      // Other work on the machine may slow a round; a slow wallet slows them all.
      for (int round = 0; round < ROUNDS && !best.good(); round++) {
        best = best.or(median(guest.page()));
      }
      System.out.printf(
          "wallet: approve to receipt %.0f ms, click to receipt %.0f ms (medians of %d)%n",
          best.approval(), best.click(), PURCHASES);
      // Who clicks at once leaves while the browser still looks at the payment handler.
      assertThat(guest.forgetComplaints())
          .allMatch(text -> text.contains("payment app"));
      assertThat(best.approval()).isLessThan(APPROVAL_MAX_MS);
      assertThat(best.click()).isLessThan(CLICK_MAX_MS);
    }
  }

  /**
   * Medians in milliseconds.
   *
   * @param approval from the gesture to the verified receipt
   * @param click from the click in the shop to the same, by somebody who approves at once
   */
  private record Times(double approval, double click) {
    boolean good() {
      return approval < APPROVAL_MAX_MS && click < CLICK_MAX_MS;
    }

    Times or(Times other) {
      return new Times(Math.min(approval, other.approval), Math.min(click, other.click));
    }
  }

  private Times median(Page page) {
    List<Double> approvals = new ArrayList<>();
    List<Double> clicks = new ArrayList<>();
    for (int i = 0; i < PURCHASES; i++) {
      page.navigate(town.at("lantern", "/orders/" + till.order().order()));
      long begun = System.nanoTime();
      page.evaluate("location.assign(document.querySelector('a[href*=\"#init=\"]').href)");
      Buyer.approves(page, Scene.ENGLISH);
      assertThat(Buyer.verdict(page)).isEqualTo("Paid");
      clicks.add((System.nanoTime() - begun) / 1e6);
      approvals.add(((Number) page.evaluate(MEASURED)).doubleValue());
    }
    return new Times(middle(approvals), middle(clicks));
  }

  private static double middle(List<Double> times) {
    return times.stream().sorted().toList().get(times.size() / 2);
  }
}
