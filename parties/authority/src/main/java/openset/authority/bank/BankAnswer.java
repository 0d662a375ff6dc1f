package openset.authority.bank;

import static openset.asn1.Choice.alternative;
import static openset.asn1.Field.field;

import openset.asn1.Asn1;
import openset.asn1.Asn1Type;
import openset.asn1.Choice;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.card.CardExpiry;

/**
 * What a bank answers.
 *
 * <pre>
 * BankAnswer ::= CHOICE {
 *   form          [0] EXPLICIT IssuerForm,
 *   accepted      [1] EXPLICIT Accepted,
 *   pending       [2] EXPLICIT Pending,
 *   confirmed     [3] EXPLICIT Confirmed,
 *   notConfirmed  [4] EXPLICIT NotConfirmed }
 * </pre>
 */
public sealed interface BankAnswer {
  Asn1Type<BankAnswer> TYPE =
      Choice.choice(
          "BankAnswer",
          alternative(
              "form", Form.class, IssuerForm.TYPE.explicit(0), Form::new, Form::form),
          alternative("accepted", Accepted.class, Accepted.TYPE.explicit(1)),
          alternative("pending", Pending.class, Pending.TYPE.explicit(2)),
          alternative("confirmed", Confirmed.class, Confirmed.TYPE.explicit(3)),
          alternative("notConfirmed", NotConfirmed.class, NotConfirmed.TYPE.explicit(4)));

  /** An issuer's form. */
  record Form(IssuerForm form) implements BankAnswer {}

  /**
   * The answers are the holder's.
   *
   * @param holderName as in the account
   * @param cardExpiry the certificate must not outlive the card
   * @param country of the issuer, ISO 3166 alpha-2
   */
  record Accepted(String holderName, CardExpiry cardExpiry, String country)
      implements BankAnswer {
    static final Tagged<Accepted> TYPE =
        Sequence.sequence(
            "Accepted",
            field("holderName", Asn1.sized(Asn1.UTF8_STRING, 1, 200), Accepted::holderName),
            field("cardExpiry", CardExpiry.TYPE, Accepted::cardExpiry),
            field("country", Asn1.sized(Asn1.UTF8_STRING, 1, 10), Accepted::country),
            Accepted::new);

    /** Nothing of the holder. */
    @Override
    public String toString() {
      return "Accepted";
    }
  }

  /** A person at the bank decides. */
  record Pending(String id) implements BankAnswer {
    static final Tagged<Pending> TYPE =
        Sequence.sequence("Pending", field("id", Words.ATTEMPT, Pending::id), Pending::new);
  }

  /** The acquirer confirms. */
  record Confirmed(boolean confirmed) implements BankAnswer {
    static final Tagged<Confirmed> TYPE =
        Sequence.sequence(
            "Confirmed", field("confirmed", Asn1.BOOLEAN, Confirmed::confirmed), Confirmed::new);
  }

  /**
   * The bank says no, or has no such form.
   *
   * @param reason for the log; no requester is told
   */
  record NotConfirmed(String reason) implements BankAnswer {
    static final Tagged<NotConfirmed> TYPE =
        Sequence.sequence(
            "NotConfirmed",
            field("reason", Asn1.sized(Asn1.UTF8_STRING, 0, 100), NotConfirmed::reason),
            NotConfirmed::new);
  }
}
