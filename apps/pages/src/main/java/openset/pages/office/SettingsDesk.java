package openset.pages.office;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import openset.merchant.hook.Delivery;
import openset.pages.Words;
import openset.pages.office.Office.Certified;
import openset.signin.ProgramKey;
import openset.signin.Role;

/** What the templates of settings reckon from what they are given. */
public final class SettingsDesk {
  private static final long WARN_DAYS = 30;

  private SettingsDesk() {}

  /** The class of a delivery's state. */
  public static String state(Delivery delivery) {
    return switch (delivery.state()) {
      case delivered -> "good";
      case failed -> "bad";
      case waiting -> delivery.last().isPresent() ? "warn" : "info";
    };
  }

  /** Status and beginning of the last answer. */
  public static String answer(Delivery delivery) {
    return delivery
        .last()
        .map(last -> (last.status() == 0 ? "" : last.status() + " ") + last.text())
        .orElse("–");
  }

  /** The roles that programs may have. */
  public static List<Role> programs() {
    return List.of(Role.developer, Role.staff, Role.reader);
  }

  /** How a key stands. */
  public static Words standing(ProgramKey key, Instant now) {
    if (key.revokedAt().isPresent()) return SettingsWords.REVOKED;
    return key.live(now) ? SettingsWords.LIVE : SettingsWords.ENDED;
  }

  /** Whole days until a certificate ends. */
  public static long daysLeft(Certified one, Instant now) {
    return Math.max(0, Duration.between(now, one.notAfter()).toDays());
  }

  /** The class of a certificate's state. */
  public static String freshness(Certified one, Instant now) {
    if (!one.notAfter().isAfter(now)) return "bad";
    return daysLeft(one, now) < WARN_DAYS ? "warn" : "good";
  }

  /** How much of a certificate's time is left, in per cent. */
  public static long share(Certified one, Instant now) {
    long all = Math.max(1, Duration.between(one.notBefore(), one.notAfter()).toSeconds());
    long left = Math.max(0, Duration.between(now, one.notAfter()).toSeconds());
    return Math.min(100, 100 * left / all);
  }
}
