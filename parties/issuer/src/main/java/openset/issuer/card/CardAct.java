package openset.issuer.card;

import java.time.Instant;

/**
 * What the bank's people did to a card, and what came of it, as the audit keeps it.
 *
 * @param kind what was done
 * @param card the number it was done to, masked
 * @param by who did it
 * @param at when
 */
public record CardAct(Kind kind, String card, String by, Instant at) {
  /** What can be done. */
  public enum Kind {
    /** Its expiry was put into the past. */
    ENDED,
    /** The account got another number; this one is unknown since. */
    RENUMBERED,
    /** It was stopped for a while. */
    FROZEN,
    /** It was in use again. */
    THAWED,
    /** It was reported lost or stolen. */
    LOST,
    /** The authority is asked to revoke a certificate of it. */
    REVOCATION_ASKED,
    /** A certificate of it is revoked. */
    REVOKED,
    /** The authority has no certificate of it that it was asked to revoke. */
    NOT_CERTIFIED;

    /** What makes a card become so. */
    public static Kind of(CardStatus status) {
      return switch (status) {
        case ACTIVE -> THAWED;
        case FROZEN -> FROZEN;
        case LOST -> LOST;
      };
    }
  }
}
