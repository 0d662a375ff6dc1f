package openset.set.treatment.gateway;

import java.util.Optional;
import openset.asn1.Asn1Exception;
import openset.asn1.Der;
import openset.pki.CertificateType;
import openset.pki.KeyUse;
import openset.pki.OpeningCredential;
import openset.pki.Required;
import openset.set.Refused;
import openset.set.data.CurrencyAmount;
import openset.set.data.Nonce;
import openset.set.data.card.PANToken;
import openset.set.data.payment.AuthToken;
import openset.set.data.payment.AuthTokenData;
import openset.set.data.sale.InstallRecurData;
import openset.set.operator.EncX;
import openset.set.operator.Expected;
import openset.set.operator.Opened;
import openset.set.operator.Recipient;
import openset.set.operator.Signatory;
import openset.set.operator.Verified;
import openset.set.treatment.Means;
import openset.set.treatment.PaymentForms;

/**
 * Makes the token for the next authorization of a purchase, {@code spec/authtoken.md}: what a
 * gateway tells itself through the merchant, the account included.
 */
public final class CreateAuthToken {
  private CreateAuthToken() {}

  /** What a token says. */
  record Said(AuthTokenData data, TokenOpaque opaque, PANToken account) {
    /** Nothing of the account. */
    @Override
    public String toString() {
      return "AuthToken[" + data.transIDs().xid() + "]";
    }
  }

  /**
   * The token that approval of all that is asked for would give. It is kept while the bank is
   * asked, so that no account number need be, and given to nobody.
   */
  public static AuthToken asking(
      ProcessAuthReq.Outcome.Agreed agreed, CreateAuthRes.With with, Means means)
      throws Refused {
    ProcessAuthReq.Request request = agreed.request();
    ProcessAuthReq.Consent consent = agreed.consent();
    ProcessAuthReq.Authenticated cardholder =
        agreed
            .account()
            .authenticated()
            .orElseThrow(() -> new IllegalStateException("no token of what nobody signed"));
    TokenOpaque opaque =
        new TokenOpaque(
            request.authTags().authRRTags().rrpid(),
            request.merchant().acquirerBin(),
            consent.hOIData(),
            cardholder.transStain(),
            cardholder.certificateSerial());
    // AuthToken-P-01: it names purchase, merchant and consent, and counts what was authorized.
    AuthTokenData data =
        new AuthTokenData(
            request.authTags().transIDs(),
            consent.purchAmt(),
            request.merchant().merchantID(),
            consent.acqBackKeyData(),
            consent.installRecurData(),
            Optional.of(consent.before().count() + 1),
            means.now(),
            consent.before().total().plus(request.authReqAmt()),
            Der.of(TokenOpaque.TYPE.encode(opaque)));
    PANToken account =
        new PANToken(
            agreed.account().pan(),
            agreed.account().cardExpiry(),
            Nonce.random(means.randomness()));
    return seal(new Opened<>(data, account), with, means);
  }

  /**
   * The token to give, now that so much of what was asked for is approved.
   *
   * @param asking as it was kept
   */
  public static AuthToken approved(
      AuthToken asking,
      CurrencyAmount asked,
      CurrencyAmount held,
      CreateAuthRes.With with,
      Means means)
      throws Refused {
    Said kept =
        open(asking, means)
            .orElseThrow(() -> new IllegalStateException("a token of our own does not open"));
    AuthTokenData data = kept.data();
    AuthTokenData now =
        new AuthTokenData(
            data.transIDs(),
            data.purchAmt(),
            data.merchantID(),
            data.acqBackKeyData(),
            data.installRecurData(),
            data.recurringCount(),
            means.now(),
            data.totalAuthAmount().minus(asked).plus(held),
            data.authTokenOpaque());
    return seal(new Opened<>(now, kept.account()), with, means);
  }

  /**
   * What a bank is told by a token of ours.
   *
   * @param account whose it is of
   * @param installRecurData by which plan, as the cardholder signed it
   */
  public record Kept(
      ProcessAuthReq.Account account, Optional<InstallRecurData> installRecurData) {}

  /** What a token was kept for; empty where it is not ours. */
  public static Optional<Kept> kept(AuthToken token, Means means) {
    return open(token, means)
        .map(said -> new Kept(account(said), said.data().installRecurData()));
  }

  static ProcessAuthReq.Account account(Said said) {
    return new ProcessAuthReq.Account(
        said.account().pan(),
        said.account().cardExpiry(),
        new ProcessAuthReq.Authenticated(
            said.opaque().transStain(), said.opaque().certificateSerial()));
  }

  private static AuthToken seal(
      Opened<AuthTokenData, PANToken> what, CreateAuthRes.With with, Means means)
      throws Refused {
    return new AuthToken(
        EncX.seal(
            Signatory.of(with.signing()),
            Recipient.self(with.opening()),
            PaymentForms.AUTH_TOKEN,
            what,
            means.randomness()));
  }

  /** What we told ourselves; empty where it is not ours or was changed. */
  static Optional<Said> open(AuthToken token, Means means) {
    for (OpeningCredential own : means.keys().opening()) {
      if (token.sealed().isFor(own)) return open(token, own, means);
    }
    return Optional.empty();
  }

  private static Optional<Said> open(AuthToken token, OpeningCredential own, Means means) {
    String brand = own.certificate().subject().organization();
    Required self = Required.of(CertificateType.PGWY, KeyUse.SIGN, brand);
    try {
      Verified<Opened<AuthTokenData, PANToken>> opened =
          EncX.open(
              own,
              token.sealed(),
              PaymentForms.AUTH_TOKEN,
              Expected.of(self, means.trust(), means.now()));
      // Another gateway of the brand can seal to us, but not in our name.
      if (!opened.signer().certificate().subject().equals(own.certificate().subject())) {
        return Optional.empty();
      }
      AuthTokenData data = opened.value().value();
      TokenOpaque opaque = TokenOpaque.TYPE.decode(data.authTokenOpaque().bytes());
      return Optional.of(new Said(data, opaque, opened.value().extra()));
    } catch (Refused | Asn1Exception e) {
      return Optional.empty();
    }
  }
}
