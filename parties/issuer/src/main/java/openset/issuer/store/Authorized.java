package openset.issuer.store;

import java.time.Instant;
import java.util.Optional;
import openset.iso8583.host.Amount;
import openset.iso8583.host.Octets;
import openset.iso8583.host.ResponseCode;

/**
 * An authorization that was asked for, or reversed before it was.
 *
 * @param key its key
 * @param content what the 0100 said; none while only its reversal has come
 * @param card whose it is, when there is such a card or was under that number
 * @param sale what it is for
 * @param outcome what was decided and where it stands
 * @param progress what became of its hold
 */
public record Authorized(
    AuthorizationKey key,
    Optional<ContentHash> content,
    Optional<CardKey> card,
    Sale sale,
    Outcome outcome,
    Progress progress) {
  /** By which message it was asked for. */
  public enum AskedAs {
    /** 0100. */
    AUTHORIZATION,
    /** 0200: it is due at once. */
    SALE,
    /** 0120: the gateway approved it by itself. */
    STAND_IN
  }

  /** Where an authorization stands. */
  public enum State {
    /** Never held. */
    DECLINED,
    /** Approved, and not reversed; whether its hold still counts is a matter of time. */
    HELD,
    /** Reversed: there is no hold, and there never will be. */
    REVERSED
  }

  /**
   * What it is for.
   *
   * @param xid the purchase
   * @param merchant the acquirer's number for the merchant
   * @param amount the amount asked for
   */
  public record Sale(Octets xid, String merchant, Amount amount) {}

  /**
   * What was decided.
   *
   * @param state where it stands
   * @param response the response code given
   * @param reason of a decline, for people; else empty
   * @param approval the approval code; empty unless approved
   */
  public record Outcome(State state, ResponseCode response, String reason, String approval) {}

  /**
   * What became of the hold.
   *
   * @param presentedMinor how much was posted so far
   * @param approvedMinor how much is approved, less after reversals of a part
   * @param holds how many holds were made for it; the last one counts
   * @param asked when it was asked for
   * @param expires from when on nothing is held
   */
  public record Progress(
      long presentedMinor, long approvedMinor, int holds, Instant asked, Instant expires) {}

  /** How much may still be presented, in minor units. */
  public long presentableMinor() {
    return progress.approvedMinor() - progress.presentedMinor();
  }
}
