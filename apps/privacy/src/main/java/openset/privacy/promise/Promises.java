package openset.privacy.promise;

import static openset.privacy.promise.Sight.CARRIED;
import static openset.privacy.promise.Sight.CLEAR;
import static openset.privacy.promise.Sight.MASKED;
import static openset.privacy.promise.Sight.NOT;
import static openset.privacy.promise.Sight.RECEIVED;
import static openset.privacy.promise.Sight.SEALED;
import static openset.privacy.promise.Sight.SHOWN;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What OpenSET promises: how far each part may see each thing. A merchant never sees a card number,
 * nobody but wallet and merchant sees an order, the banks' records hold card numbers sealed or
 * masked, and secrets are in nobody's database, log or file.
 *
 * <p>The cardholder's certificate carries the holder's name where the issuer wants that, so whoever
 * is shown the certificate reads it: merchant and gateway, and the authority that made it.
 *
 * <p>Gateway and authority are told the card number: it may lie in the message that was sealed to
 * them, and in their own records only as long as a question to a bank is open.
 *
 * <p>Who disputes a purchase, or answers a dispute, may show its bank the order: that is what
 * evidence is for. The bank holds it as that, and nowhere else.
 */
public final class Promises {
  private static final Map<Part, Map<Thing, Sight>> MOST =
      Map.of(
          Part.WALLET, most(SEALED, CLEAR, CLEAR, CLEAR),
          Part.MERCHANT, most(CARRIED, CLEAR, CLEAR, CLEAR),
          Part.GATEWAY, most(RECEIVED, NOT, NOT, CLEAR),
          Part.ACQUIRER, most(MASKED, NOT, NOT, NOT),
          Part.ISSUER, most(SEALED, NOT, NOT, SEALED),
          Part.CLEARING, most(NOT, NOT, NOT, NOT),
          Part.AUTHORITY, most(RECEIVED, NOT, NOT, CLEAR),
          Part.LOGS, most(MASKED, NOT, NOT, NOT),
          // The merchant's database lies in files too: only what nobody may hold in clear counts.
          Part.FILES, most(MASKED, CLEAR, CLEAR, CLEAR));

  private static final Set<Thing> TOLD_IN_DISPUTES =
      Set.of(Thing.ORDER, Thing.DELIVERY, Thing.NAME);

  private Promises() {}

  private static Map<Thing, Sight> most(Sight card, Sight order, Sight delivery, Sight name) {
    return Map.of(
        Thing.PURCHASE, CLEAR,
        Thing.TOTAL, CLEAR,
        Thing.CARD_NUMBER, card,
        Thing.ORDER, order,
        Thing.DELIVERY, delivery,
        Thing.NAME, name,
        Thing.SECRETS, NOT);
  }

  /** The most that {@code part} may see of {@code thing}. */
  public static Sight most(Part part, Thing thing) {
    return MOST.get(part).get(thing);
  }

  /** The most while a question about the card is open at a bank. */
  public static Sight mostWhileAsking(Part part, Thing thing) {
    boolean told = part == Part.GATEWAY || part == Part.AUTHORITY;
    return told && thing == Thing.CARD_NUMBER ? SEALED : most(part, thing);
  }

  /** Where a bank keeps what was brought to a dispute. */
  public static boolean isEvidence(Part part, String table) {
    return (part == Part.ISSUER || part == Part.ACQUIRER)
        && table.equals("public.dispute_evidence");
  }

  /** The most in such evidence. */
  public static Sight mostInEvidence(Part part, Thing thing) {
    return TOLD_IN_DISPUTES.contains(thing) ? SHOWN : most(part, thing);
  }

  /**
   * The least that a part has of a thing once it took part in a purchase; a meter that does not see
   * so much is blind and measures nothing.
   */
  public static Optional<Sight> least(Part part, Thing thing) {
    return switch (part) {
      case MERCHANT -> thing == Thing.ORDER ? Optional.of(CLEAR) : Optional.empty();
      case GATEWAY -> thing == Thing.CARD_NUMBER ? Optional.of(RECEIVED) : Optional.empty();
      case ISSUER -> thing == Thing.CARD_NUMBER ? Optional.of(SEALED) : Optional.empty();
      default -> Optional.empty();
    };
  }
}
