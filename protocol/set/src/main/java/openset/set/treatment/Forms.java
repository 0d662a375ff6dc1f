package openset.set.treatment;

import openset.set.SetOid;
import openset.set.data.auth.AuthReqData;
import openset.set.data.auth.AuthResBaggage;
import openset.set.data.auth.AuthResData;
import openset.set.data.auth.AuthRevReqBaggage;
import openset.set.data.auth.AuthRevReqData;
import openset.set.data.auth.AuthRevResBaggage;
import openset.set.data.auth.AuthRevResData;
import openset.set.data.auth.CapTokenData;
import openset.set.data.batch.BatchAdminReqData;
import openset.set.data.batch.BatchAdminResData;
import openset.set.data.capture.CapReqData;
import openset.set.data.capture.CapResData;
import openset.set.data.capture.CapTokenSeq;
import openset.set.data.credit.CapRevOrCredReqData;
import openset.set.data.credit.CapRevOrCredResData;
import openset.set.data.payment.PI;
import openset.set.operator.Content;
import openset.set.operator.Enc;
import openset.set.operator.EncB;

/** Which content types the sealed messages between merchant and gateway are made of. */
public final class Forms {
  /** AuthReq: EncB(M, P, AuthReqData, PI). */
  public static final EncB.Form<AuthReqData, PI> AUTH_REQ =
      new EncB.Form<>(SetOid.AUTH_REQ_TBE, SetOid.AUTH_REQ_TBS, AuthReqData.TYPE, PI.CONTENT);

  /** AuthRes: EncB(P, M, AuthResData, AuthResBaggage). */
  public static final EncB.Form<AuthResData, AuthResBaggage> AUTH_RES =
      new EncB.Form<>(
          SetOid.AUTH_RES_TBE, SetOid.AUTH_RES_TBS, AuthResData.TYPE, AuthResBaggage.CONTENT);

  /** AuthRevReq: EncB(M, P, AuthRevReqData, AuthRevReqBaggage). */
  public static final EncB.Form<AuthRevReqData, AuthRevReqBaggage> AUTH_REV_REQ =
      new EncB.Form<>(
          SetOid.AUTH_REV_REQ_TBE,
          SetOid.AUTH_REV_REQ_TBS,
          AuthRevReqData.TYPE,
          AuthRevReqBaggage.CONTENT);

  /** AuthRevRes where some amount stays: EncB(P, M, AuthRevResData, AuthRevResBaggage). */
  public static final EncB.Form<AuthRevResData, AuthRevResBaggage> AUTH_REV_RES_B =
      new EncB.Form<>(
          SetOid.AUTH_REV_RES_TBEB,
          SetOid.AUTH_REV_RES_TBS,
          AuthRevResData.TYPE,
          AuthRevResBaggage.CONTENT);

  /** AuthRevRes where nothing stays: Enc(P, M, AuthRevResData). */
  public static final Enc.Form<AuthRevResData> AUTH_REV_RES =
      new Enc.Form<>(SetOid.AUTH_REV_RES_TBE, AuthRevResData.CONTENT);

  /** CapReq: EncB(M, P, CapReqData, CapTokenSeq). */
  public static final EncB.Form<CapReqData, CapTokenSeq> CAP_REQ =
      new EncB.Form<>(
          SetOid.CAP_REQ_TBE, SetOid.CAP_REQ_TBS, CapReqData.TYPE, CapTokenSeq.CONTENT);

  /** CapRes: Enc(P, M, CapResData). */
  public static final Enc.Form<CapResData> CAP_RES =
      new Enc.Form<>(SetOid.CAP_RES_TBE, CapResData.CONTENT);

  /** BatchAdminReq: Enc(M, P, BatchAdminReqData). */
  public static final Enc.Form<BatchAdminReqData> BATCH_ADMIN_REQ =
      new Enc.Form<>(SetOid.BATCH_ADMIN_REQ_TBE, BatchAdminReqData.CONTENT);

  /** BatchAdminRes: Enc(P, M, BatchAdminResData). */
  public static final Enc.Form<BatchAdminResData> BATCH_ADMIN_RES =
      new Enc.Form<>(SetOid.BATCH_ADMIN_RES_TBE, BatchAdminResData.CONTENT);

  /** CapRevReq: EncB(M, P, CapRevData, CapTokenSeq). */
  public static final EncB.Form<CapRevOrCredReqData, CapTokenSeq> CAP_REV_REQ =
      new EncB.Form<>(
          SetOid.CAP_REV_REQ_TBE,
          SetOid.CAP_REV_REQ_TBS,
          CapRevOrCredReqData.TYPE,
          CapTokenSeq.CONTENT);

  /** CapRevRes: Enc(P, M, CapRevResData). */
  public static final Enc.Form<CapRevOrCredResData> CAP_REV_RES =
      new Enc.Form<>(SetOid.CAP_REV_RES_TBE, CapRevOrCredResData.CAP_REV);

  /** CredReq: EncB(M, P, CredReqData, CapTokenSeq). */
  public static final EncB.Form<CapRevOrCredReqData, CapTokenSeq> CRED_REQ =
      new EncB.Form<>(
          SetOid.CRED_REQ_TBE,
          SetOid.CRED_REQ_TBS,
          CapRevOrCredReqData.TYPE,
          CapTokenSeq.CONTENT);

  /** CredRes: Enc(P, M, CredResData). */
  public static final Enc.Form<CapRevOrCredResData> CRED_RES =
      new Enc.Form<>(SetOid.CRED_RES_TBE, CapRevOrCredResData.CRED);

  /** CredRevReq: EncB(M, P, CredRevReqData, CapTokenSeq). */
  public static final EncB.Form<CapRevOrCredReqData, CapTokenSeq> CRED_REV_REQ =
      new EncB.Form<>(
          SetOid.CRED_REV_REQ_TBE,
          SetOid.CRED_REV_REQ_TBS,
          CapRevOrCredReqData.TYPE,
          CapTokenSeq.CONTENT);

  /** CredRevRes: Enc(P, M, CredRevResData). */
  public static final Enc.Form<CapRevOrCredResData> CRED_REV_RES =
      new Enc.Form<>(SetOid.CRED_REV_RES_TBE, CapRevOrCredResData.CRED_REV);

  /** CapToken: Enc(P, P, CapTokenData). */
  public static final Enc.Form<CapTokenData> CAP_TOKEN =
      new Enc.Form<>(
          SetOid.CAP_TOKEN_TBE, new Content<>(SetOid.CAP_TOKEN_TBS, CapTokenData.TYPE));

  private Forms() {}
}
