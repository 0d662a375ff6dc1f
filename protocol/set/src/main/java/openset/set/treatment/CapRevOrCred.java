package openset.set.treatment;

import openset.set.data.capture.CapTokenSeq;
import openset.set.data.credit.CapRevOrCredReqData;
import openset.set.data.credit.CapRevOrCredResData;
import openset.set.message.CapRevOrCredReq;
import openset.set.message.CapRevOrCredRes;
import openset.set.message.CapRevReq;
import openset.set.message.CapRevRes;
import openset.set.message.CredReq;
import openset.set.message.CredRes;
import openset.set.message.CredRevReq;
import openset.set.message.CredRevRes;
import openset.set.operator.Enc;
import openset.set.operator.EncB;

/**
 * What becomes of money that was captured: a capture is taken back, money is given back, or a
 * credit is taken back. Three pairs of messages of one form and different content types ({@code
 * spec/capture-reversal.md}, {@code spec/credit.md}).
 */
public enum CapRevOrCred {
  CAP_REV(Forms.CAP_REV_REQ, Forms.CAP_REV_RES),
  CRED(Forms.CRED_REQ, Forms.CRED_RES),
  CRED_REV(Forms.CRED_REV_REQ, Forms.CRED_REV_RES);

  private final EncB.Form<CapRevOrCredReqData, CapTokenSeq> request;
  private final Enc.Form<CapRevOrCredResData> answer;

  CapRevOrCred(
      EncB.Form<CapRevOrCredReqData, CapTokenSeq> request,
      Enc.Form<CapRevOrCredResData> answer) {
    this.request = request;
    this.answer = answer;
  }

  /** Which of the three a request is. */
  public static CapRevOrCred of(CapRevOrCredReq request) {
    return switch (request) {
      case CapRevReq _ -> CAP_REV;
      case CredReq _ -> CRED;
      case CredRevReq _ -> CRED_REV;
    };
  }

  /** Which of the three an answer is. */
  public static CapRevOrCred of(CapRevOrCredRes answer) {
    return switch (answer) {
      case CapRevRes _ -> CAP_REV;
      case CredRes _ -> CRED;
      case CredRevRes _ -> CRED_REV;
    };
  }

  /** The content types its request is made of. */
  public EncB.Form<CapRevOrCredReqData, CapTokenSeq> request() {
    return request;
  }

  /** The content types its answer is made of. */
  public Enc.Form<CapRevOrCredResData> answer() {
    return answer;
  }

  /** The request that was sealed. */
  public CapRevOrCredReq request(EncB<CapRevOrCredReqData, CapTokenSeq> encB) {
    return switch (this) {
      case CAP_REV -> new CapRevReq(encB);
      case CRED -> new CredReq(encB);
      case CRED_REV -> new CredRevReq(encB);
    };
  }

  /** The answer that was sealed. */
  public CapRevOrCredRes answer(Enc<CapRevOrCredResData> enc) {
    return switch (this) {
      case CAP_REV -> new CapRevRes(enc);
      case CRED -> new CredRes(enc);
      case CRED_REV -> new CredRevRes(enc);
    };
  }
}
