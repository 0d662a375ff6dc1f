package openset.issuer.simulator;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import openset.iso8583.host.ResponseCode;
import openset.issuer.card.AccountId;

/**
 * What shall go wrong, with which purchases.
 *
 * @param account only with cards of this account; empty for all
 * @param minor only with purchases of this amount, in minor units; empty for all
 * @param effect what goes wrong
 * @param times how often, 1 to 1000
 */
public record Fault(Optional<AccountId> account, OptionalLong minor, Effect effect, int times) {
  private static final int TIMES_MOST = 1_000;
  private static final Duration LONGEST = Duration.ofMinutes(1);

  /** What can go wrong. */
  public sealed interface Effect {
    /** The purchase is declined. */
    record Decline(ResponseCode code) implements Effect {
      /** Refuses a code that is no decline for good. */
      public Decline {
        if (code == ResponseCode.APPROVED || code == ResponseCode.PARTLY_APPROVED) {
          throw new IllegalArgumentException("not a decline");
        }
      }
    }

    /** It is decided at once and answered later. */
    record Delay(Duration time) implements Effect {
      /** Refuses more than a minute. */
      public Delay {
        upToAMinute("a delay", time);
      }
    }

    /** It is approved, and held for no longer than that; whoever asked is told so (HL-25). */
    record Expire(Duration time) implements Effect {
      /** Refuses more than a minute. */
      public Expire {
        upToAMinute("such a hold", time);
      }
    }

    private static void upToAMinute(String what, Duration time) {
      if (!time.isPositive() || time.compareTo(LONGEST) > 0) {
        throw new IllegalArgumentException(what + " is at most a minute");
      }
    }

    /** It is decided and never answered. */
    record Drop() implements Effect {}

    /** It is answered twice. */
    record Duplicate() implements Effect {}
  }

  /** Refuses what would last for ever. */
  public Fault {
    if (times < 1 || times > TIMES_MOST) {
      throw new IllegalArgumentException("a fault comes 1 to 1000 times");
    }
  }

  boolean isOf(Optional<AccountId> card, long amount) {
    boolean sameCard = account.isEmpty() || account.equals(card);
    return sameCard && (minor.isEmpty() || minor.getAsLong() == amount);
  }

  Fault once() {
    return new Fault(account, minor, effect, times - 1);
  }
}
