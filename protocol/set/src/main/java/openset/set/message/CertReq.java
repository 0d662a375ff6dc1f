package openset.set.message;

import openset.asn1.Asn1Type;
import openset.asn1.Choice;
import openset.set.data.registration.AcctInfo;
import openset.set.data.registration.CertReqData;
import openset.set.operator.Enc;
import openset.set.operator.EncX;

/**
 * An end entity asks for certificates, with the account where there is one.
 *
 * <pre>
 * CertReq ::= CHOICE {
 *   encx   [0] EXPLICIT EncX { EE, CA, CertReqData, AcctInfo },
 *   enc    [1] EXPLICIT Enc { EE, CA, CertReqData } }
 * </pre>
 */
public sealed interface CertReq extends Message {
  Asn1Type<CertReq> TYPE =
      Choice.choice(
          "CertReq",
          Choice.alternative(
              "encx",
              WithAccount.class,
              EncX.<CertReqData, AcctInfo>type().explicit(0),
              WithAccount::new,
              WithAccount::encX),
          Choice.alternative(
              "enc",
              WithoutAccount.class,
              Enc.<CertReqData>type().explicit(1),
              WithoutAccount::new,
              WithoutAccount::enc));

  @Override
  default String name() {
    return "CertReq";
  }

  /** With the account: all cardholders, and merchants and gateways that were asked for it. */
  record WithAccount(EncX<CertReqData, AcctInfo> encX) implements CertReq {}

  /** Without an account. */
  record WithoutAccount(Enc<CertReqData> enc) implements CertReq {}
}
