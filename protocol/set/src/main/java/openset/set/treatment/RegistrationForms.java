package openset.set.treatment;

import openset.set.SetOid;
import openset.set.data.card.PANOnly;
import openset.set.data.registration.AcctInfo;
import openset.set.data.registration.CertReqData;
import openset.set.data.registration.CertResData;
import openset.set.data.registration.RegFormReqData;
import openset.set.operator.EXH;
import openset.set.operator.Enc;
import openset.set.operator.EncX;

/** Which content types the sealed messages between end entity and authority are made of. */
public final class RegistrationForms {
  /** RegFormReq: EXH(CA, RegFormReqData, PANOnly). */
  public static final EXH.Form<RegFormReqData, PANOnly> REG_FORM_REQ =
      new EXH.Form<>(SetOid.REG_FORM_REQ_TBE, RegFormReqData.TYPE, PANOnly.CONTENT);

  /** CertReq with an account: EncX(EE, CA, CertReqData, AcctInfo). */
  public static final EncX.Form<CertReqData, AcctInfo> CERT_REQ_WITH_ACCOUNT =
      new EncX.Form<>(
          SetOid.CERT_REQ_TBEX, SetOid.CERT_REQ_TBS, CertReqData.TYPE, AcctInfo.TYPE);

  /** CertReq without an account: Enc(EE, CA, CertReqData). */
  public static final Enc.Form<CertReqData> CERT_REQ =
      new Enc.Form<>(SetOid.CERT_REQ_TBE, CertReqData.CONTENT);

  /** CertRes to a cardholder: EncK(CABackKey, CA, CertResData). */
  public static final Enc.Form<CertResData> CERT_RES =
      new Enc.Form<>(SetOid.CERT_RES_TBE, CertResData.CONTENT);

  private RegistrationForms() {}
}
