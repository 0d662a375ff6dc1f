package openset.set.treatment.gateway;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import openset.pki.OpeningCredential;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.RRPID;
import openset.set.data.auth.CapToken;
import openset.set.data.auth.CapTokenData;
import openset.set.data.credit.CapRevOrCredReqData;
import openset.set.data.credit.CapRevOrCredReqItem;
import openset.set.data.sale.CapRevOrCredCode;
import openset.set.data.sale.RRTags;
import openset.set.message.CapRevOrCredReq;
import openset.set.message.MessageWrapper;
import openset.set.operator.EncB;
import openset.set.operator.Verified;
import openset.set.treatment.CapRevOrCred;
import openset.set.treatment.Means;
import openset.set.treatment.WrapperCheck;

/**
 * Proves CapRevReq, CredReq and CredRevReq, {@code spec/credit.md}: the merchant and its tokens.
 * What was booked before decides on each item: {@link Booked}.
 */
public final class ProcessCapRevOrCredReq {
  private ProcessCapRevOrCredReq() {}

  /** Who asked for what, proved. */
  public record Request(
      CapRevOrCred kind, MerchantParty merchant, RRTags tags, List<Item> items) {
    public Request {
      items = List.copyOf(items);
    }
  }

  /** One item, with what its token says. */
  public sealed interface Item {
    /** As asked. */
    CapRevOrCredReqItem item();

    /** The token is ours, this merchant's, and of this authorization. */
    record Proved(CapRevOrCredReqItem item) implements Item {}

    /** Nothing is booked; the answer says why. */
    record NotProved(CapRevOrCredReqItem item, Not not) implements Item {}
  }

  /** Why nothing is booked. */
  public record Not(CapRevOrCredCode code, String rule) {}

  /** Checks {@code request}, but for what was booked before. */
  public static Request process(
      MessageWrapper wrapper, CapRevOrCredReq request, OpeningCredential own, Means means)
      throws Refused {
    // CRvReq-P-01: the wrapper is fresh; sealed to us, signed by a merchant of the brand.
    WrapperCheck.fresh(wrapper, means);
    CapRevOrCred kind = CapRevOrCred.of(request);
    Verified<CapRevOrCredReqData> opened =
        EncB.open(own, request.encB(), kind.request(), MerchantParty.signing(own, means));
    CapRevOrCredReqData data = opened.value();
    // CRvReq-P-03: identifiers outside are those inside; the request is fresh.
    RRTags tags = data.capRevOrCredRRTags();
    WrapperCheck.sameRRPID(wrapper, tags.rrpid());
    WrapperCheck.age(tags.currentDate(), means);
    WrapperCheck.extensions(data.cRvRqExtensions());
    for (CapRevOrCredReqItem item : data.capRevOrCredReqItemSeq()) {
      WrapperCheck.sameIDs(wrapper, item.transIDs());
      WrapperCheck.extensions(item.cRvRqItemExtensions());
      WrapperCheck.extensions(item.capPayload().cPayExtensions());
      if (item.capPayload().saleDetail().isPresent()) {
        WrapperCheck.extensions(item.capPayload().saleDetail().get());
      }
    }
    // CRvReq-P-02: MerchantID is the one certified, with a key-exchange certificate along.
    MerchantParty merchant =
        MerchantParty.of(opened, tags.merTermIDs().merchantID(), means, "CRvReq-P-02");
    List<Optional<CapToken>> tokens = request.encB().baggage().value().tokens();
    return new Request(
        kind, merchant, tags, items(data.capRevOrCredReqItemSeq(), tokens, merchant, own, means));
  }

  private static List<Item> items(
      List<CapRevOrCredReqItem> asked,
      List<Optional<CapToken>> tokens,
      MerchantParty merchant,
      OpeningCredential own,
      Means means)
      throws Refused {
    // CRvReq-P-04: as many tokens as items, and each authorization once.
    Set<RRPID> authorizations = new HashSet<>();
    asked.forEach(item -> authorizations.add(item.authRRPID()));
    if (asked.size() != tokens.size() || authorizations.size() != asked.size()) {
      throw new Refused(ErrorCode.unspecifiedFailure, "CRvReq-P-04");
    }
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      CapRevOrCredReqItem item = asked.get(i);
      Optional<Not> not = token(item, tokens.get(i), merchant, own, means);
      items.add(
          not.isPresent() ? new Item.NotProved(item, not.get()) : new Item.Proved(item));
    }
    return items;
  }

  private static Optional<Not> token(
      CapRevOrCredReqItem item,
      Optional<CapToken> token,
      MerchantParty merchant,
      OpeningCredential own,
      Means means) {
    // CRvReq-P-05: the token is there.
    if (token.isEmpty()) return not(CapRevOrCredCode.missingCapToken, "CRvReq-P-05");
    // CRvReq-P-06: it is ours, unchanged, and was given to this merchant for this authorization.
    Token.Of of = Token.Of.merchant(item.authRRPID(), item.transIDs().xid(), merchant);
    Optional<CapTokenData> data = Token.open(token.get(), own, means);
    if (data.filter(ours -> Token.names(ours, of)).isEmpty()) {
      return not(CapRevOrCredCode.invalidCapToken, "CRvReq-P-06");
    }
    // CRvReq-P-07: no other account than the purchase's, and some amount.
    if (item.newAccountInd() || !item.amount().isPositive()) {
      return not(CapRevOrCredCode.unspecifiedFailure, "CRvReq-P-07");
    }
    return Optional.empty();
  }

  static Optional<Not> not(CapRevOrCredCode code, String rule) {
    return Optional.of(new Not(code, rule));
  }
}
