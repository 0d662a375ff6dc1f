package openset.set.treatment.gateway;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import openset.pki.OpeningCredential;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.CurrencyAmount;
import openset.set.data.RRPID;
import openset.set.data.auth.CapToken;
import openset.set.data.auth.CapTokenData;
import openset.set.data.capture.CapItem;
import openset.set.data.capture.CapReqData;
import openset.set.data.sale.CapCode;
import openset.set.data.sale.RRTags;
import openset.set.message.CapReq;
import openset.set.message.MessageWrapper;
import openset.set.operator.EncB;
import openset.set.operator.Verified;
import openset.set.treatment.Forms;
import openset.set.treatment.Means;
import openset.set.treatment.WrapperCheck;

/**
 * Proves a capture request, {@code spec/capture.md}: the merchant and its tokens; then each item:
 * the amount.
 */
public final class ProcessCapReq {
  private ProcessCapReq() {}

  /** Who asked for which captures, proved. */
  public record Asked(MerchantParty merchant, RRTags capRRTags, List<Item> items) {
    public Asked {
      items = List.copyOf(items);
    }

    /** The same, of one item. */
    public Request of(CapItem item) {
      return new Request(merchant, capRRTags, item);
    }
  }

  /** One item, with what its token says. */
  public sealed interface Item {
    /** As asked. */
    CapItem item();

    /** The token is ours, this merchant's, and of this authorization. */
    record Proved(CapItem item, CapTokenData token) implements Item {}

    /** Nothing is booked; the answer says why. */
    record NotProved(CapItem item, CapCode capCode, String rule) implements Item {}
  }

  /** Who asked for which capture, proved. */
  public record Request(MerchantParty merchant, RRTags capRRTags, CapItem item) {}

  /** What came of it. */
  public sealed interface Outcome {
    /** Who asked. */
    Request request();

    /** The token is ours and good for this amount: book it. */
    record Agreed(Request request, CapTokenData token) implements Outcome {}

    /** Nothing is booked; the answer says why. */
    record NotAgreed(Request request, CapCode capCode, String rule) implements Outcome {}
  }

  /**
   * What the gateway knows of the authorization: what was approved and what is captured of it.
   *
   * @param over whether its time is over
   */
  public record Known(CurrencyAmount authAmt, CurrencyAmount captured, boolean over) {
    /** Of one that has time. */
    public Known(CurrencyAmount authAmt, CurrencyAmount captured) {
      this(authAmt, captured, false);
    }
  }

  /** Checks {@code request}, but for what was approved and captured before. */
  public static Asked process(
      MessageWrapper wrapper, CapReq request, OpeningCredential own, Means means)
      throws Refused {
    // CapReq-P-01: the wrapper is fresh; sealed to us, signed by a merchant of the brand.
    WrapperCheck.fresh(wrapper, means);
    Verified<CapReqData> opened =
        EncB.open(
            own, request.encB(), Forms.CAP_REQ, MerchantParty.signing(own, means));
    CapReqData data = opened.value();
    WrapperCheck.sameRRPID(wrapper, data.capRRTags().rrpid());
    WrapperCheck.age(data.capRRTags().currentDate(), means);
    WrapperCheck.extensions(data.cRqExtensions());
    // CapReq-P-02: MerchantID is the one certified, with a key-exchange certificate of its own.
    MerchantParty merchant =
        MerchantParty.of(
            opened, data.capRRTags().merTermIDs().merchantID(), means, "CapReq-P-02");
    // CapReq-P-03: as many tokens as items, and each authorization once.
    List<Optional<CapToken>> tokens = request.encB().baggage().value().tokens();
    Set<RRPID> authorizations = new HashSet<>();
    data.capItemSeq().forEach(item -> authorizations.add(item.authRRPID()));
    boolean each =
        data.capItemSeq().size() == tokens.size()
            && data.capItemSeq().size() == authorizations.size();
    if (!each) throw new Refused(ErrorCode.unspecifiedFailure, "CapReq-P-03");
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      CapItem item = data.capItemSeq().get(i);
      WrapperCheck.sameIDs(wrapper, item.transIDs());
      WrapperCheck.extensions(item.capPayload().cPayExtensions());
      if (item.capPayload().saleDetail().isPresent()) {
        WrapperCheck.extensions(item.capPayload().saleDetail().get());
      }
      items.add(item(item, tokens.get(i), merchant, own, means));
    }
    return new Asked(merchant, data.capRRTags(), items);
  }

  private static Item item(
      CapItem item,
      Optional<CapToken> token,
      MerchantParty merchant,
      OpeningCredential own,
      Means means) {
    // CapReq-P-04: the token is there.
    if (token.isEmpty()) {
      return new Item.NotProved(item, CapCode.capTokenMissing, "CapReq-P-04");
    }
    // CapReq-P-05: it is ours, unchanged, and was given to this merchant for this purchase.
    Token.Of of = Token.Of.merchant(item.authRRPID(), item.transIDs().xid(), merchant);
    Optional<CapTokenData> data = Token.open(token.get(), own, means);
    return data.filter(ours -> Token.names(ours, of))
        .<Item>map(ours -> new Item.Proved(item, ours))
        .orElseGet(() -> new Item.NotProved(item, CapCode.invalidCapToken, "CapReq-P-05"));
  }

  /**
   * Decides on one item.
   *
   * @param known of the authorization that it names; empty where there is none
   */
  public static Outcome judge(Asked asked, Item item, Optional<Known> known) {
    Request request = asked.of(item.item());
    return switch (item) {
      case Item.NotProved not -> new Outcome.NotAgreed(request, not.capCode(), not.rule());
      case Item.Proved proved ->
          judge(proved.item(), proved.token().authAmt(), known)
              .<Outcome>map(not -> new Outcome.NotAgreed(request, not.capCode(), not.rule()))
              .orElseGet(() -> new Outcome.Agreed(request, proved.token()));
    };
  }

  /** Why nothing is booked. */
  public record Not(CapCode capCode, String rule) {}

  /**
   * Decides on one item whose token was proved.
   *
   * @param token how much the token is good for
   */
  public static Optional<Not> judge(
      CapItem item, CurrencyAmount token, Optional<Known> known) {
    // CapReq-P-06: we approved it.
    if (known.isEmpty()) return Optional.of(new Not(CapCode.unknownXID, "CapReq-P-06"));
    // CapReq-P-10: before its end.
    if (known.get().over()) return Optional.of(new Not(CapCode.authExpired, "CapReq-P-10"));
    // CapReq-P-07: some amount, and together no more than was approved.
    CurrencyAmount wanted = item.capPayload().capReqAmt();
    CurrencyAmount approved = known.get().authAmt();
    boolean within =
        wanted.isPositive()
            && wanted.sameCurrency(approved)
            && wanted.sameCurrency(token)
            && !wanted.exceeds(token)
            && !known.get().captured().plus(wanted).exceeds(approved);
    return within
        ? Optional.empty()
        : Optional.of(new Not(CapCode.invalidAuthData, "CapReq-P-07"));
  }
}
