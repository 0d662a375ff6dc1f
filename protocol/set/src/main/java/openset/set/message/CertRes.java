package openset.set.message;

import openset.asn1.Asn1Type;
import openset.asn1.Choice;
import openset.set.data.registration.CertResData;
import openset.set.operator.EncK;
import openset.set.operator.Signed;

/**
 * The CA's answer to CertReq: certificates, or how the request stands.
 *
 * <pre>
 * CertRes ::= CHOICE {
 *   certResEncK     [0] EXPLICIT EncK { CABackKey, CA, CertResData },
 *   certResSigned   [1] EXPLICIT S { CA, CertResData } }
 * </pre>
 */
public sealed interface CertRes extends Message {
  Asn1Type<CertRes> TYPE =
      Choice.choice(
          "CertRes",
          Choice.alternative(
              "certResEncK",
              Sealed.class,
              EncK.<CertResData>type().explicit(0),
              Sealed::new,
              Sealed::encK),
          Choice.alternative(
              "certResSigned",
              Clear.class,
              Signed.<CertResData>type().explicit(1),
              Clear::new,
              Clear::signed));

  @Override
  default String name() {
    return "CertRes";
  }

  /** To a cardholder, under the key it offered. */
  record Sealed(EncK<CertResData> encK) implements CertRes {}

  /** To a merchant or a gateway. */
  record Clear(Signed<CertResData> signed) implements CertRes {}
}
