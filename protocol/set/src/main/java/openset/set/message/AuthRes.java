package openset.set.message;

import openset.asn1.Tagged;
import openset.set.data.auth.AuthResBaggage;
import openset.set.data.auth.AuthResData;
import openset.set.operator.EncB;

/**
 * The gateway's answer about an authorization.
 *
 * <pre>
 * AuthRes ::= CHOICE {
 *   encB   [0] EXPLICIT EncB { P, M, AuthResData, AuthResBaggage } }
 * </pre>
 *
 * <p>SET 1.0 has a form with the account number for the merchant too (encBX [1]), which OpenSET
 * leaves out.
 */
public record AuthRes(EncB<AuthResData, AuthResBaggage> encB) implements Message {
  public static final Tagged<AuthRes> TYPE =
      EncB.<AuthResData, AuthResBaggage>type(AuthResBaggage.TYPE)
          .explicit(0)
          .map("AuthRes", AuthRes::new, AuthRes::encB);

  @Override
  public String name() {
    return "AuthRes";
  }
}
