package openset.set.message;

import openset.asn1.Tagged;
import openset.set.data.auth.AuthReqData;
import openset.set.data.payment.PI;
import openset.set.operator.EncB;

/**
 * The merchant asks the gateway to authorize; the payment instruction is the baggage.
 *
 * <pre>
 * AuthReq ::= EncB { M, P, AuthReqData, PI }
 * </pre>
 */
public record AuthReq(EncB<AuthReqData, PI> encB) implements Message {
  public static final Tagged<AuthReq> TYPE =
      EncB.<AuthReqData, PI>type(PI.TYPE).map("AuthReq", AuthReq::new, AuthReq::encB);

  @Override
  public String name() {
    return "AuthReq";
  }
}
