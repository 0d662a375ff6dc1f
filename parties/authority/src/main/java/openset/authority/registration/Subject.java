package openset.authority.registration;

import static openset.asn1.Choice.alternative;
import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.util.Optional;
import openset.asn1.Asn1;
import openset.asn1.Asn1Type;
import openset.asn1.Choice;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.pki.MerchantData;
import openset.set.data.BIN;
import openset.set.data.card.PANData0;

/**
 * Whom a certificate is asked for, until a bank has spoken.
 *
 * <pre>
 * Subject ::= CHOICE {
 *   card      [0] EXPLICIT PANData0,
 *   merchant  [1] EXPLICIT Merchant,
 *   gateway   [2] EXPLICIT Gateway }
 * </pre>
 */
public sealed interface Subject {
  Asn1Type<Subject> TYPE =
      Choice.choice(
          "Subject",
          alternative("card", Card.class, Card.TYPE.explicit(0)),
          alternative("merchant", Merchant.class, Merchant.TYPE.explicit(1)),
          alternative("gateway", Gateway.class, Gateway.TYPE.explicit(2)));

  /**
   * A card, with the wallet's half of what hides its number, and from which web origin its key
   * signs where that is a passkey.
   */
  record Card(PANData0 data, Optional<String> passkeyOrigin) implements Subject {
    static final Tagged<Card> TYPE =
        Sequence.sequence(
            "Card",
            field("data", PANData0.TYPE, Card::data),
            optional("passkeyOrigin", Asn1.sized(Asn1.UTF8_STRING, 1, 200), Card::passkeyOrigin),
            Card::new);

    /** Nothing of the account. */
    @Override
    public String toString() {
      return "Card";
    }
  }

  /** A merchant as it says it is. */
  record Merchant(MerchantData data, Optional<String> origin) implements Subject {
    static final Tagged<Merchant> TYPE =
        Sequence.sequence(
            "Merchant",
            field("data", MerchantData.TYPE, Merchant::data),
            optional("origin", Asn1.sized(Asn1.UTF8_STRING, 1, 200), Merchant::origin),
            Merchant::new);
  }

  /** A gateway by its acquirer and its institution code. */
  record Gateway(BIN bin, String institution) implements Subject {
    static final Tagged<Gateway> TYPE =
        Sequence.sequence(
            "Gateway",
            field("bin", BIN.TYPE, Gateway::bin),
            field("institution", Asn1.sized(Asn1.NUMERIC_STRING, 1, 6), Gateway::institution),
            Gateway::new);
  }
}
