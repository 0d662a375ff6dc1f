package openset.set.treatment.gateway;

import java.util.Optional;
import openset.pki.OpeningCredential;
import openset.set.Refused;
import openset.set.data.CurrencyAmount;
import openset.set.data.auth.AuthRevCode;
import openset.set.data.auth.AuthRevReqData;
import openset.set.data.auth.AuthRevTags;
import openset.set.data.auth.CapToken;
import openset.set.data.auth.CapTokenData;
import openset.set.message.AuthRevReq;
import openset.set.message.MessageWrapper;
import openset.set.operator.EncB;
import openset.set.operator.Verified;
import openset.set.treatment.Forms;
import openset.set.treatment.Means;
import openset.set.treatment.WrapperCheck;

/** Proves a reversal, {@code spec/reversal.md}: the merchant, its token and what shall stay. */
public final class ProcessAuthRevReq {
  private ProcessAuthRevReq() {}

  /**
   * Who gives what back, proved.
   *
   * @param authNewAmt what shall stay
   */
  public record Request(
      MerchantParty merchant, AuthRevTags authRevTags, CurrencyAmount authNewAmt) {}

  /** What came of it. */
  public sealed interface Outcome {
    /** Who asked. */
    Request request();

    /** The token is ours and so much may be given back. */
    record Agreed(Request request) implements Outcome {}

    /** Nothing is given back; the answer says why. */
    record NotAgreed(Request request, AuthRevCode authRevCode, String rule)
        implements Outcome {}
  }

  /** What the gateway knows of an authorization, looked up once the request names it. */
  @FunctionalInterface
  public interface Lookup {
    /** Empty where it approved none of these tags, or none any more. */
    Optional<ProcessCapReq.Known> of(AuthRevTags named) throws Refused;
  }

  /** Checks {@code request}, where what is known of the authorization is at hand. */
  public static Outcome process(
      MessageWrapper wrapper,
      AuthRevReq request,
      Optional<ProcessCapReq.Known> known,
      OpeningCredential own,
      Means means)
      throws Refused {
    return process(wrapper, request, tags -> known, own, means);
  }

  /**
   * Checks {@code request}.
   *
   * @param known of the authorization that it names; empty where there is none any more
   */
  public static Outcome process(
      MessageWrapper wrapper,
      AuthRevReq request,
      Lookup known,
      OpeningCredential own,
      Means means)
      throws Refused {
    // AuthRevReq-P-01: the wrapper is fresh; sealed to us, signed by a merchant of the brand.
    WrapperCheck.fresh(wrapper, means);
    Verified<AuthRevReqData> opened =
        EncB.open(
            own, request.encB(), Forms.AUTH_REV_REQ, MerchantParty.signing(own, means));
    AuthRevReqData data = opened.value();
    AuthRevTags tags = data.authRevTags();
    // AuthRevReq-P-03: identifiers outside are those inside; the request is fresh.
    WrapperCheck.sameRRPID(wrapper, tags.authRevRRTags().rrpid());
    WrapperCheck.sameIDs(wrapper, tags.transIDs());
    WrapperCheck.age(tags.authRevRRTags().currentDate(), means);
    WrapperCheck.extensions(data.aRvRqExtensions());
    // AuthRevReq-P-02: MerchantID is the one certified, with a key-exchange certificate along.
    MerchantParty merchant =
        MerchantParty.of(
            opened, tags.authRevRRTags().merTermIDs().merchantID(), means, "AuthRevReq-P-02");
    Request asked = new Request(merchant, tags, data.authNewAmt());
    Optional<CapToken> token = request.encB().baggage().value().capToken();
    return judge(asked, token, known.of(tags), own, means);
  }

  private static Outcome judge(
      Request asked,
      Optional<CapToken> token,
      Optional<ProcessCapReq.Known> known,
      OpeningCredential own,
      Means means) {
    // AuthRevReq-P-04: the token is there.
    if (token.isEmpty()) return not(asked, AuthRevCode.missingCapToken, "AuthRevReq-P-04");
    // AuthRevReq-P-05: it is ours, unchanged, and was given to this merchant for this.
    Token.Of of =
        Token.Of.merchant(
            asked.authRevTags().authRRPID(),
            asked.authRevTags().transIDs().xid(),
            asked.merchant());
    Optional<CapTokenData> data = Token.open(token.get(), own, means);
    if (data.filter(ours -> Token.names(ours, of)).isEmpty()) {
      return not(asked, AuthRevCode.invalidCapToken, "AuthRevReq-P-05");
    }
    // AuthRevReq-P-06: we approved it, and it was not voided.
    if (known.isEmpty()) {
      return not(asked, AuthRevCode.invalidTransaction, "AuthRevReq-P-06");
    }
    // AuthRevReq-P-07: less stays than is authorized, and not less than was captured.
    CurrencyAmount stays = asked.authNewAmt();
    CurrencyAmount authorized = known.get().authAmt();
    boolean within =
        stays.sameCurrency(authorized)
            && authorized.exceeds(stays)
            && !known.get().captured().exceeds(stays);
    if (!within) return not(asked, AuthRevCode.invalidAmount, "AuthRevReq-P-07");
    return new Outcome.Agreed(asked);
  }

  private static Outcome not(Request asked, AuthRevCode code, String rule) {
    return new Outcome.NotAgreed(asked, code, rule);
  }
}
