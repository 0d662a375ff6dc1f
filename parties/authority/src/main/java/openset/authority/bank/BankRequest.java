package openset.authority.bank;

import static openset.asn1.Choice.alternative;
import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.util.List;
import java.util.Optional;
import openset.asn1.Asn1;
import openset.asn1.Asn1Type;
import openset.asn1.Choice;
import openset.asn1.Repeated;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.BIN;
import openset.set.data.Language;
import openset.set.data.card.CardExpiry;
import openset.set.data.card.PAN;

/**
 * What the authority asks a bank before it certifies. Kept sealed while it is asked, and no longer:
 * a verification holds the account number and the answers of a person.
 *
 * <pre>
 * BankRequest ::= CHOICE {
 *   form      [0] EXPLICIT Form,
 *   verify    [1] EXPLICIT Verify,
 *   inquire   [2] EXPLICIT Inquire,
 *   merchant  [3] EXPLICIT Merchant,
 *   gateway   [4] EXPLICIT Gateway }
 * </pre>
 */
public sealed interface BankRequest {
  Asn1Type<BankRequest> TYPE =
      Choice.choice(
          "BankRequest",
          alternative("form", Form.class, Form.TYPE.explicit(0)),
          alternative("verify", Verify.class, Verify.TYPE.explicit(1)),
          alternative("inquire", Inquire.class, Inquire.TYPE.explicit(2)),
          alternative("merchant", Merchant.class, Merchant.TYPE.explicit(3)),
          alternative("gateway", Gateway.class, Gateway.TYPE.explicit(4)));

  /** An issuer: the form for cards of a BIN, in a language. */
  record Form(BIN bin, Language language) implements BankRequest {
    static final Tagged<Form> TYPE =
        Sequence.sequence(
            "Form",
            field("bin", BIN.TYPE, Form::bin),
            field("language", Language.TYPE, Form::language),
            Form::new);
  }

  /**
   * An issuer: whether the answers are those of the card's holder.
   *
   * @param id names this attempt; asked again under it, it is one attempt
   * @param formId the issuer's own
   */
  record Verify(
      String id, String formId, PAN pan, CardExpiry cardExpiry, List<FieldAnswer> answers)
      implements BankRequest {
    static final Tagged<Verify> TYPE =
        Sequence.sequence(
            "Verify",
            field("id", Words.ATTEMPT, Verify::id),
            field("formId", Asn1.sized(Asn1.UTF8_STRING, 1, 100), Verify::formId),
            field("pan", PAN.TYPE, Verify::pan),
            field("cardExpiry", CardExpiry.TYPE, Verify::cardExpiry),
            field("answers", Repeated.sequenceOf(FieldAnswer.TYPE), Verify::answers),
            Verify::new);

    /** Copies the list. */
    public Verify {
      answers = List.copyOf(answers);
    }

    /** Neither card nor answers. */
    @Override
    public String toString() {
      return "Verify[" + id + "]";
    }
  }

  /** An issuer: how an attempt stands. */
  record Inquire(String id) implements BankRequest {
    static final Tagged<Inquire> TYPE =
        Sequence.sequence("Inquire", field("id", Words.ATTEMPT, Inquire::id), Inquire::new);
  }

  /** An acquirer: whether it has a contract with this merchant. */
  record Merchant(
      BIN bin, String merchantId, String name, String category, Optional<String> origin)
      implements BankRequest {
    static final Tagged<Merchant> TYPE =
        Sequence.sequence(
            "Merchant",
            field("bin", BIN.TYPE, Merchant::bin),
            field("merchantId", Asn1.sized(Asn1.UTF8_STRING, 1, 30), Merchant::merchantId),
            field("name", Asn1.sized(Asn1.UTF8_STRING, 1, 200), Merchant::name),
            field("category", Asn1.sized(Asn1.UTF8_STRING, 1, 200), Merchant::category),
            optional("origin", Asn1.sized(Asn1.UTF8_STRING, 1, 200), Merchant::origin),
            Merchant::new);
  }

  /**
   * An acquirer: whether it works through this gateway.
   *
   * @param gateway its institution code
   */
  record Gateway(BIN bin, String gateway) implements BankRequest {
    static final Tagged<Gateway> TYPE =
        Sequence.sequence(
            "Gateway",
            field("bin", BIN.TYPE, Gateway::bin),
            field("gateway", Asn1.sized(Asn1.NUMERIC_STRING, 1, 32), Gateway::gateway),
            Gateway::new);
  }
}
