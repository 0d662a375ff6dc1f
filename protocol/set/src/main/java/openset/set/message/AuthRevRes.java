package openset.set.message;

import openset.asn1.Asn1Type;
import openset.asn1.Choice;
import openset.set.data.auth.AuthRevResBaggage;
import openset.set.data.auth.AuthRevResData;
import openset.set.operator.Enc;
import openset.set.operator.EncB;

/**
 * The gateway's answer about a reversal, with a new token where some amount stays.
 *
 * <pre>
 * AuthRevRes ::= CHOICE {
 *   encB   [0] EXPLICIT EncB { P, M, AuthRevResData, AuthRevResBaggage },
 *   enc    [1] EXPLICIT Enc { P, M, AuthRevResData } }
 * </pre>
 */
public sealed interface AuthRevRes extends Message {
  Asn1Type<AuthRevRes> TYPE =
      Choice.choice(
          "AuthRevRes",
          Choice.alternative(
              "encB",
              WithBaggage.class,
              EncB.<AuthRevResData, AuthRevResBaggage>type(AuthRevResBaggage.TYPE).explicit(0),
              WithBaggage::new,
              WithBaggage::encB),
          Choice.alternative(
              "enc",
              WithoutBaggage.class,
              Enc.<AuthRevResData>type().explicit(1),
              WithoutBaggage::new,
              WithoutBaggage::enc));

  @Override
  default String name() {
    return "AuthRevRes";
  }

  /** Some amount stays. */
  record WithBaggage(EncB<AuthRevResData, AuthRevResBaggage> encB) implements AuthRevRes {}

  /** Nothing stays, or nothing was changed. */
  record WithoutBaggage(Enc<AuthRevResData> enc) implements AuthRevRes {}
}
