package openset.issuer.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import openset.iso8583.host.Amount;
import openset.iso8583.host.AuthorizationRequest;
import openset.iso8583.host.ClearingItem;
import openset.iso8583.host.ClearingItem.Dispute.Stage;
import openset.iso8583.host.ClearingItem.Kind;
import openset.iso8583.host.Octets;
import openset.issuer.decision.DeclineReason;
import openset.issuer.dispute.Dispute;
import openset.issuer.exchange.Foreign;
import openset.issuer.exchange.HouseRates.Given;
import openset.issuer.exchange.store.ForeignPurchases;
import openset.issuer.exchange.store.Rates;
import openset.issuer.store.AuthorizationKey;
import openset.issuer.store.Card;
import openset.issuer.store.ChargeBacks;
import openset.issuer.store.ChargeBacks.ChargeBack;
import openset.issuer.store.Presentments;
import openset.issuer.store.Presentments.Moved;
import openset.ledger.Money;
import openset.store.Tx;

/**
 * Brings amounts in another currency to the account's (HL-122, HL-123). Parts of one amount are
 * rounded so that together they are what the whole is.
 */
final class Convert {
  /** For how long a rate is good that nobody renews. */
  static final Duration GOOD = Duration.ofDays(7);

  private Convert() {}

  /**
   * What a card is asked for in the currency of its account.
   *
   * @param request the same where nothing is to be converted, or nothing can be
   * @param foreign what was converted
   * @param refusal why it cannot be
   */
  record Billed(
      AuthorizationRequest request, Optional<Foreign> foreign, Optional<DeclineReason> refusal) {}

  static Billed billed(
      Tx tx, AuthorizationRequest request, Optional<Card> card, Instant now) {
    int from = request.amount().currency();
    int to = card.map(each -> each.limit().currency()).orElse(from);
    if (from == to) return new Billed(request, Optional.empty(), Optional.empty());
    Optional<Given> given = new Rates(tx).inForce(from, to, now);
    if (given.isEmpty()) return refused(request, DeclineReason.OTHER_CURRENCY);
    if (!given.get().since().plus(GOOD).isAfter(now)) {
      return refused(request, DeclineReason.RATE_TOO_OLD);
    }
    Foreign foreign = new Foreign(request.amount(), given.get().rate());
    if (!foreign.isSayable()) return refused(request, DeclineReason.NOT_CONVERTIBLE);
    return new Billed(
        request.with(foreign.billed()), Optional.of(foreign), Optional.empty());
  }

  private static Billed refused(AuthorizationRequest request, DeclineReason why) {
    return new Billed(request, Optional.empty(), Optional.of(why));
  }

  /** What stays of an authorization, in minor units of its account. */
  static long staying(Tx tx, AuthorizationKey key, long minor) {
    return new ForeignPurchases(tx).find(key).map(each -> each.worth(minor)).orElse(minor);
  }

  /**
   * What an item is in the currency of the account, in minor units; zero or less where it comes to
   * nothing, or is not all of what it takes back.
   */
  static long item(Tx tx, ClearingItem item, Foreign foreign) {
    AuthorizationKey key = BookItem.key(item);
    long minor = item.advice().amount().minor();
    Moved asked = new ForeignPurchases(tx).moved(key);
    Moved billed = new Presentments(tx).moved(key);
    return switch (item.kind()) {
      case CAPTURE -> foreign.worth(asked.posted() + minor) - billed.posted();
      case CREDIT -> {
        long back = asked.credited() + asked.chargedBack() + minor;
        long worth =
            back == asked.posted() ? billed.posted() : Math.min(
                foreign.worth(back), billed.posted());
        yield worth - billed.credited() - billed.chargedBack();
      }
      case CAPTURE_REVERSAL, CREDIT_REVERSAL ->
          all(tx, item.earlier().orElseThrow(), key, minor, foreign);
      case REPRESENTMENT -> {
        ClearingItem.Dispute dispute = item.dispute().orElseThrow();
        yield new ChargeBacks(tx)
            .find(dispute.number(), dispute.stage())
            .map(each -> again(tx, each, key, minor, foreign))
            .orElse(foreign.worth(minor));
      }
      case CHARGEBACK -> foreign.worth(minor);
    };
  }

  /** All of an item as it was booked; nothing where it is not all of it. */
  private static long all(
      Tx tx, Octets earlier, AuthorizationKey key, long minor, Foreign foreign) {
    Optional<Long> whole = new ForeignPurchases(tx).minor(earlier, key.acquirer());
    if (whole.isEmpty()) return foreign.worth(minor);
    if (whole.get() != minor) return 0;
    return new Presentments(tx)
        .find(earlier, key.acquirer())
        .orElseThrow()
        .what()
        .amount()
        .minor();
  }

  /** All or some of a chargeback that comes back; more than it was where more comes. */
  private static long again(
      Tx tx, ChargeBack chargeback, AuthorizationKey key, long minor, Foreign foreign) {
    long all =
        new ForeignPurchases(tx).minor(chargeback.item(), key.acquirer()).orElse(minor);
    if (minor > all) return Math.max(foreign.worth(minor), chargeback.minor() + 1);
    return minor == all
        ? chargeback.minor()
        : Math.min(foreign.worth(minor), chargeback.minor());
  }

  /**
   * How much of a purchase in another currency a chargeback is, in minor units of that: what the
   * disputed amount is worth, of an item all of it, never more than is left; at arbitration all
   * that was represented.
   *
   * @param minor of the account's currency
   */
  static Optional<Long> charged(Tx tx, Dispute dispute, Stage stage, long minor) {
    Dispute.Line line = dispute.line();
    AuthorizationKey key = new AuthorizationKey(line.exchange(), line.acquirer());
    ForeignPurchases purchases = new ForeignPurchases(tx);
    Optional<Foreign> foreign = purchases.find(key);
    if (foreign.isEmpty()) return Optional.empty();
    if (stage == Stage.ARBITRATION) {
      return purchases.minor(dispute.number(), Kind.REPRESENTMENT);
    }
    Amount posted =
        new Presentments(tx).find(line.item(), line.acquirer()).orElseThrow().what().amount();
    long most =
        minor == posted.minor()
            ? purchases.minor(line.item(), line.acquirer()).orElseThrow()
            : foreign.get().most(minor);
    long left = purchases.moved(key).creditable();
    return Optional.of(Math.max(1, Math.min(most, left)));
  }
}
