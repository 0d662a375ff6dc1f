package openset.cardholder.registration;

import static openset.asn1.Choice.alternative;
import static openset.asn1.Field.field;

import java.time.Instant;
import java.util.List;
import openset.asn1.Asn1Type;
import openset.asn1.Choice;
import openset.asn1.Repeated;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.pki.Certificate;
import openset.set.data.BrandID;
import openset.set.data.Date;
import openset.set.data.LocalID;
import openset.set.data.card.CardExpiry;
import openset.set.data.card.CardSecret;
import openset.set.data.card.PAN;
import openset.set.data.card.PANSecret;

/**
 * Where a card stands. Kept as DER, sealed, for it holds the account and its secrets.
 *
 * <pre>
 * Registration ::= CHOICE {
 *   certified   [0] EXPLICIT Certified }
 * </pre>
 */
public sealed interface Registration {
  /** Which card it is about. */
  Account account();

  /**
   * The card can pay.
   *
   * @param certificates its own, then those above it without the root
   */
  record Certified(
      Account account,
      CardSecret cardSecret,
      PANSecret panSecret,
      List<Certificate> certificates)
      implements Registration {
    public static final Tagged<Certified> TYPE =
        Sequence.sequence(
            "Certified",
            field("account", Account.TYPE, Certified::account),
            field("cardSecret", CardSecret.TYPE, Certified::cardSecret),
            field("panSecret", PANSecret.TYPE, Certified::panSecret),
            field(
                "certificates",
                Repeated.sequenceOf(Certificate.TYPE, 1),
                Certified::certificates),
            Certified::new);

    /** Copies the certificates. */
    public Certified {
      certificates = List.copyOf(certificates);
    }

    /** Nothing of the account. */
    @Override
    public String toString() {
      return "Certified[" + account.brandID() + "]";
    }
  }

  Asn1Type<Registration> TYPE =
      Choice.choice(
          "Registration",
          alternative("certified", Certified.class, Certified.TYPE.explicit(0)));

  /**
   * The account behind a card.
   *
   * @param cardID the wallet's label of the card, and of its registration
   */
  record Account(
      LocalID cardID, BrandID brandID, Instant begunAt, PAN pan, CardExpiry expiry) {
    public static final Tagged<Account> TYPE =
        Sequence.sequence(
            "Account",
            field("cardID", LocalID.TYPE, Account::cardID),
            field("brandID", BrandID.TYPE, Account::brandID),
            field("begunAt", Date.TYPE, Account::begunAt),
            field("pan", PAN.TYPE, Account::pan),
            field("expiry", CardExpiry.TYPE, Account::expiry),
            Account::new);
  }
}
