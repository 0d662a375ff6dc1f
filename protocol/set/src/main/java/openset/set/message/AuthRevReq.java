package openset.set.message;

import openset.asn1.Tagged;
import openset.set.data.auth.AuthRevReqBaggage;
import openset.set.data.auth.AuthRevReqData;
import openset.set.operator.EncB;

/**
 * The merchant gives an authorization back, whole or in part.
 *
 * <pre>
 * AuthRevReq ::= EncB { M, P, AuthRevReqData, AuthRevReqBaggage }
 * </pre>
 */
public record AuthRevReq(EncB<AuthRevReqData, AuthRevReqBaggage> encB) implements Message {
  public static final Tagged<AuthRevReq> TYPE =
      EncB.<AuthRevReqData, AuthRevReqBaggage>type(AuthRevReqBaggage.TYPE)
          .map("AuthRevReq", AuthRevReq::new, AuthRevReq::encB);

  @Override
  public String name() {
    return "AuthRevReq";
  }
}
