package openset.cardholder.desk;

import static openset.asn1.Choice.alternative;

import openset.asn1.Asn1Type;
import openset.asn1.Choice;
import openset.cardholder.purchase.Purchase;
import openset.cardholder.registration.Registration;

/**
 * A conversation of a wallet. Kept as DER.
 *
 * <pre>
 * Affair ::= CHOICE {
 *   paying        [0] EXPLICIT Purchase,
 *   registering   [1] EXPLICIT Registration }
 * </pre>
 */
public sealed interface Affair {
  /** A purchase. */
  record Paying(Purchase purchase) implements Affair {}

  /** A card. */
  record Registering(Registration registration) implements Affair {}

  Asn1Type<Affair> TYPE =
      Choice.choice(
          "Affair",
          alternative(
              "paying",
              Paying.class,
              Purchase.TYPE.explicit(0),
              Paying::new,
              Paying::purchase),
          alternative(
              "registering",
              Registering.class,
              Registration.TYPE.explicit(1),
              Registering::new,
              Registering::registration));
}
