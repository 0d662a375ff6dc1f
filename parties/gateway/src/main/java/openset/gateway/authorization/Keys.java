package openset.gateway.authorization;

import java.util.List;
import java.util.Optional;
import openset.pki.CertificateType;
import openset.pki.KeyUse;
import openset.pki.OpeningCredential;
import openset.pki.Required;
import openset.pki.SigningCredential;
import openset.pki.Untrusted;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.BrandID;
import openset.set.operator.Enc;
import openset.set.operator.Recipient;
import openset.set.treatment.Means;
import openset.set.treatment.gateway.CreateAuthRes;

/** Which of the gateway's keys a message is for, and which it is answered with. */
final class Keys {
  private Keys() {}

  /** The key-exchange credential the message is sealed to; one that opens nothing else. */
  static OpeningCredential addressed(Enc<?> sealed, Means means) throws Refused {
    for (OpeningCredential own : means.keys().opening()) {
      if (sealed.isFor(own)) return own;
    }
    throw new Refused(ErrorCode.decodingFailure, "OP-33");
  }

  static CreateAuthRes.With with(BrandID brand, Means means) {
    SigningCredential signing =
        means.keys().signingFor(brand.name()).orElseThrow(() -> without(brand));
    OpeningCredential opening =
        means.keys().openingFor(brand.name()).orElseThrow(() -> without(brand));
    return new CreateAuthRes.With(signing, opening);
  }

  /** The merchant's key, proved again: it may have been revoked while the bank was asked. */
  static Recipient recipient(Authorization.Caller caller, Means means) throws Refused {
    Required required =
        Required.of(CertificateType.MER, KeyUse.AGREE, caller.brandID().name());
    try {
      return Recipient.of(
          means.trust().validate(caller.keyExchange(), List.of(), required, means.now()));
    } catch (Untrusted e) {
      throw new Refused(ErrorCode.invalidCertificate, e.rule());
    }
  }

  static Optional<CreateAuthRes.Back> back(Authorization.Asked asked) {
    return asked.back().map(key -> new CreateAuthRes.Back(key, asked.hOIData()));
  }

  private static IllegalStateException without(BrandID brand) {
    return new IllegalStateException("no credentials for brand " + brand.name());
  }
}
