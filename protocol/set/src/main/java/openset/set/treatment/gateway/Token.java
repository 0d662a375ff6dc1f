package openset.set.treatment.gateway;

import java.util.Optional;
import openset.asn1.Der;
import openset.pki.CertificateType;
import openset.pki.KeyUse;
import openset.pki.OpeningCredential;
import openset.pki.Required;
import openset.set.Refused;
import openset.set.data.CertThumb;
import openset.set.data.CurrencyAmount;
import openset.set.data.MerchantID;
import openset.set.data.RRPID;
import openset.set.data.XID;
import openset.set.data.auth.CapToken;
import openset.set.data.auth.CapTokenData;
import openset.set.operator.Enc;
import openset.set.operator.Expected;
import openset.set.operator.Recipient;
import openset.set.operator.Signatory;
import openset.set.operator.Verified;
import openset.set.treatment.Forms;
import openset.set.treatment.Means;

/** A capture token: what a gateway tells itself through the merchant. */
final class Token {
  private Token() {}

  /** AuthRes-P-02: the token names the one merchant, purchase and amount it is good for. */
  static CapToken give(
      Of of, CurrencyAmount authAmt, CreateAuthRes.With with, Means means) throws Refused {
    CapTokenData data =
        new CapTokenData(
            of.authRRPID(),
            authAmt,
            Der.of(new byte[0]),
            of.xid(),
            of.merchantID(),
            of.merchantThumb(),
            means.now());
    return new CapToken(
        Enc.seal(
            Signatory.of(with.signing()),
            Recipient.self(with.opening()),
            Forms.CAP_TOKEN,
            data,
            means.randomness()));
  }

  /** Which authorization it is of, and whose. */
  record Of(RRPID authRRPID, XID xid, MerchantID merchantID, CertThumb merchantThumb) {
    static Of merchant(RRPID authRRPID, XID xid, MerchantParty merchant) {
      return new Of(authRRPID, xid, merchant.merchantID(), merchant.thumb());
    }
  }

  /** What we told ourselves; empty where it is not ours or was changed. */
  static Optional<CapTokenData> open(CapToken token, OpeningCredential own, Means means) {
    String brand = own.certificate().subject().organization();
    Required self = Required.of(CertificateType.PGWY, KeyUse.SIGN, brand);
    try {
      Expected expected = Expected.of(self, means.trust(), means.now());
      Verified<CapTokenData> opened = Enc.open(own, token.sealed(), Forms.CAP_TOKEN, expected);
      return ours(opened, own) ? Optional.of(opened.value()) : Optional.empty();
    } catch (Refused e) {
      return Optional.empty();
    }
  }

  /** Another gateway of the brand can seal to us, but not in our name. */
  private static boolean ours(Verified<CapTokenData> token, OpeningCredential own) {
    return token.signer().certificate().subject().equals(own.certificate().subject());
  }

  /** Whether it was given for this. */
  static boolean names(CapTokenData token, Of of) {
    return new Of(token.authRRPID(), token.xid(), token.merchantID(), token.merchantThumb())
        .equals(of);
  }
}
