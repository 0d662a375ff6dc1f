package openset.acquirer.store;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import openset.acquirer.fee.CardClass;
import openset.iso8583.host.Acceptor;
import openset.iso8583.host.Amount;
import openset.iso8583.host.AuthorizationAnswer;
import openset.iso8583.host.CheckResults;
import openset.iso8583.host.Decision;
import openset.iso8583.host.Purchase;
import openset.iso8583.host.Reference;
import openset.iso8583.host.ResponseCode;
import openset.iso8583.host.Trace;

/**
 * One row of the authorization log.
 *
 * @param asked what the gateway asked for
 * @param manner how it asked
 * @param at when: the contract and the fee tables of this time count
 * @param forwarded where it was sent; absent when it was decided here
 * @param outcome what became of it
 */
public record LoggedAuthorization(
    Asked asked, Manner manner, Instant at, Optional<Forwarded> forwarded, Outcome outcome) {

  /** How an authorization came about. */
  public enum Manner {
    /** 0100: the issuer is asked. */
    AUTHORIZATION,
    /** 0200: the issuer is asked, and what it approves is captured. */
    SALE,
    /** 0120: the gateway approved by itself and the issuer is told. */
    STAND_IN
  }

  /**
   * What is compared when a key comes again.
   *
   * @param purchase without what nobody keeps after the authorization
   * @param card the card number masked; empty when only a reversal came
   */
  public record Asked(
      Purchase purchase, Acceptor acceptor, Reference reference, Amount amount, String card) {}

  /**
   * Where it was sent.
   *
   * @param issuer the issuer's institution code
   * @param trace the numbers of the first message on the issuer's link
   * @param terminal element 41 as the issuer is told it; empty where there is none
   * @param card what the BIN table says of the card
   */
  public record Forwarded(String issuer, Trace trace, String terminal, CardClass card) {}

  /**
   * What became of it.
   *
   * @param decision the answer; absent while it is under way
   * @param checked what the issuer says that it checked
   * @param reversed true when it was asked to be forgotten
   * @param replaced what of it stays approved after reversals of a part, in minor units
   * @param advised what the issuer said for good to an advice of stand-in
   * @param until from when on it is held no more; absent where nobody said
   */
  public record Outcome(
      Optional<Decision> decision,
      CheckResults checked,
      boolean reversed,
      OptionalLong replaced,
      Optional<ResponseCode> advised,
      Optional<Instant> until) {

    /** Of what is under way, or decided at once. */
    public static Outcome of(Optional<Decision> decision) {
      return of(decision, Optional.empty());
    }

    /** Of what is decided at once, with its end. */
    public static Outcome of(Optional<Decision> decision, Optional<Instant> until) {
      return new Outcome(
          decision,
          CheckResults.NONE,
          false,
          OptionalLong.empty(),
          Optional.empty(),
          until);
    }

    /** Of what is asked to be forgotten before it came. */
    public static Outcome forgotten(Decision decision) {
      return new Outcome(
          Optional.of(decision),
          CheckResults.NONE,
          true,
          OptionalLong.empty(),
          Optional.empty(),
          Optional.empty());
    }

    /** The answer that its issuer gave; its decision is there. */
    public AuthorizationAnswer answer() {
      return new AuthorizationAnswer(decision.orElseThrow(), checked, until);
    }
  }

  /** The answer; absent while it is under way. */
  public Optional<Decision> decision() {
    return outcome.decision();
  }

  /** Whether it was asked to be forgotten. */
  public boolean reversed() {
    return outcome.reversed();
  }

  /** Merchant and terminal as the issuer knows them. */
  public Acceptor acceptor() {
    return asked.acceptor()
        .at(forwarded.map(Forwarded::terminal).orElse(asked.acceptor().terminal()));
  }

  /** HL-42: whether it is held no more, and nothing of it can be captured. */
  public boolean isOver(Instant now) {
    return outcome.until().filter(end -> !now.isBefore(end)).isPresent();
  }

  /** Whether the issuer knows of it, or never will: items of it may be presented. */
  public boolean isTold() {
    return manner != Manner.STAND_IN || outcome.advised().isPresent();
  }

  /** Whether an item names its merchant, purchase and currency. */
  public boolean isOf(Item.Taken taken) {
    return asked.amount().currency() == taken.amount().currency()
        && asked.acceptor().merchant().equals(taken.merchant())
        && asked.purchase().xid().equals(taken.xid());
  }

  /** What is approved in minor units; 0 when the issuer did not, less after reversals of parts. */
  public long approved() {
    return outcome.replaced().orElseGet(this::decided);
  }

  private long decided() {
    return switch (decision().orElse(new Decision.Declined(""))) {
      case Decision.Approved _ -> asked.amount().minor();
      case Decision.PartlyApproved(String _, long minor) -> minor;
      case Decision.Declined _ -> 0;
    };
  }

  /** The approval code, when approved. */
  public Optional<String> approvalCode() {
    return switch (decision().orElse(new Decision.Declined(""))) {
      case Decision.Approved(String code) -> Optional.of(code);
      case Decision.PartlyApproved(String code, long _) -> Optional.of(code);
      case Decision.Declined _ -> Optional.empty();
    };
  }
}
