package openset.browsing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The wallet as a browser first gets it. */
@InBrowser
class WalletShellTest {
  private final TownSquare town = TownSquare.here();

  @ParameterizedTest
  @MethodSource("openset.browsing.Scene#all")
  @Tag("W06")
  void opensUnderAStrictPolicyWithoutComplaint(Scene scene) {
    try (Guest guest = Guest.in(scene)) {
      Response answer = guest.page().navigate(town.at("wallet", "/"));
      assertThat(answer.headerValue("content-security-policy"))
          .contains("frame-ancestors 'none'", "require-trusted-types-for 'script'");
      guest.page().locator("#wallet > *").first().waitFor();
      guest.look(guest.page(), "wallet-first");
      assertThat(Guest.largestPaint(guest.page())).isBetween(0.0, 1000.0);
    }
  }
}
