package openset.set.message;

import openset.set.data.capture.CapTokenSeq;
import openset.set.data.credit.CapRevOrCredReqData;
import openset.set.operator.EncB;

/** A request about money that was captured before: one form, three content types. */
public sealed interface CapRevOrCredReq extends Message permits CapRevReq, CredReq, CredRevReq {
  /** Data and tokens, sealed to the gateway. */
  EncB<CapRevOrCredReqData, CapTokenSeq> encB();
}
