package openset.cardholder.registration;

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
import openset.cardholder.stop.Stop;
import openset.pki.Certificate;
import openset.set.data.Language;
import openset.set.data.LocalID;
import openset.set.data.SETString;
import openset.set.data.URL;
import openset.set.data.card.CardSecret;
import openset.set.data.card.PAN;
import openset.set.data.card.PANSecret;
import openset.set.data.registration.CAMsg;
import openset.set.data.registration.CertStatusCode;
import openset.set.data.registration.FailedItem;
import openset.set.data.registration.ReferralData;
import openset.set.data.registration.RegFormItem;
import openset.set.treatment.FormAnswers;
import openset.set.treatment.endentity.CreateCardCInitReq;
import openset.set.treatment.endentity.CreateCertReq;
import openset.set.treatment.endentity.CreateRegFormReq;
import openset.set.treatment.endentity.FormToFill;

/**
 * Where a card stands. Kept as DER, sealed, for it holds the account and its secrets; once there is
 * nothing to certify, the account number is no longer kept.
 *
 * <pre>
 * Registration ::= CHOICE {
 *   begun       [0] EXPLICIT Begun,
 *   asked       [1] EXPLICIT FormAsked,
 *   form        [2] EXPLICIT FormGiven,
 *   referred    [3] EXPLICIT Referred,
 *   requested   [4] EXPLICIT Requested,
 *   pending     [5] EXPLICIT Pending,
 *   certified   [6] EXPLICIT Certified,
 *   rejected    [7] EXPLICIT Rejected,
 *   stopped     [8] EXPLICIT Stopped,
 *   kept        [9] EXPLICIT Kept }
 * </pre>
 */
public sealed interface Registration {
  /** Which card it is about. */
  Label label();

  /** The CCA is asked to prove itself; it hears nothing of the card but its brand. */
  record Begun(Applicant applicant, CreateCardCInitReq.Asked asked) implements Registration {
    static final Tagged<Begun> TYPE =
        Sequence.sequence(
            "Begun",
            field("applicant", Applicant.TYPE, Begun::applicant),
            field("asked", CreateCardCInitReq.Asked.TYPE, Begun::asked),
            Begun::new);

    @Override
    public Label label() {
      return applicant.label();
    }
  }

  /** The CCA was proved and is asked for the form of the card's issuer. */
  record FormAsked(Applicant applicant, CreateRegFormReq.Asked asked) implements Registration {
    static final Tagged<FormAsked> TYPE =
        Sequence.sequence(
            "FormAsked",
            field("applicant", Applicant.TYPE, FormAsked::applicant),
            field("asked", CreateRegFormReq.Asked.TYPE, FormAsked::asked),
            FormAsked::new);

    @Override
    public Label label() {
      return applicant.label();
    }
  }

  /** The person has a form to fill in, and a policy to agree to. */
  record FormGiven(Applicant applicant, FormToFill form) implements Registration {
    static final Tagged<FormGiven> TYPE =
        Sequence.sequence(
            "FormGiven",
            field("applicant", Applicant.TYPE, FormGiven::applicant),
            field("form", FormToFill.TYPE, FormGiven::form),
            FormGiven::new);

    private static final int ANSWER_MAX = 200;

    /** Whether these answers will do (REG-07), and can be sent. */
    public boolean takes(List<RegFormItem> answers) {
      try {
        return FormAnswers.failures(form.fields(), answers).isEmpty()
            && answers.stream()
                .allMatch(answer -> SETString.allowed(answer.fieldValue(), ANSWER_MAX));
      } catch (IllegalArgumentException e) {
        return false;
      }
    }

    @Override
    public Label label() {
      return applicant.label();
    }
  }

  /** This CCA does not certify the card; it may say who does. */
  record Referred(Label label, ReferralData referral) implements Registration {
    static final Tagged<Referred> TYPE =
        Sequence.sequence(
            "Referred",
            field("label", Label.TYPE, Referred::label),
            field("referral", ReferralData.TYPE, Referred::referral),
            Referred::new);
  }

  /** The CCA is asked for a certificate. */
  record Requested(Applicant applicant, CreateCertReq.Asked asked) implements Registration {
    static final Tagged<Requested> TYPE =
        Sequence.sequence(
            "Requested",
            field("applicant", Applicant.TYPE, Requested::applicant),
            field("asked", CreateCertReq.Asked.TYPE, Requested::asked),
            Requested::new);

    @Override
    public Label label() {
      return applicant.label();
    }
  }

  /**
   * The CCA has not decided.
   *
   * @param lidCA its label, to ask by
   * @param message what it says to the person
   * @param inquiry under way
   */
  record Pending(
      Requested requested,
      LocalID lidCA,
      CertStatusCode status,
      Optional<String> message,
      Optional<Inquiry> inquiry)
      implements Registration {
    static final Tagged<Pending> TYPE =
        Sequence.sequence(
            "Pending",
            field("requested", Requested.TYPE, Pending::requested),
            field("lid-CA", LocalID.TYPE, Pending::lidCA),
            field("status", CertStatusCode.TYPE, Pending::status),
            optional("message", SETString.type(128).explicit(0), Pending::message),
            optional("inquiry", Inquiry.TYPE.implicit(1), Pending::inquiry),
            Pending::new);

    @Override
    public Label label() {
      return requested.label();
    }

    Pending asking(Optional<Inquiry> now) {
      return new Pending(requested, lidCA, status, message, now);
    }
  }

  /**
   * The card can pay.
   *
   * @param certificates its own, then those above it without the root
   * @param message what the CCA says with it
   */
  record Certified(
      Label label,
      PAN pan,
      CardSecret cardSecret,
      PANSecret panSecret,
      List<Certificate> certificates,
      Optional<CAMsg> message)
      implements Registration {
    public static final Tagged<Certified> TYPE =
        Sequence.sequence(
            "Certified",
            field("label", Label.TYPE, Certified::label),
            field("pan", PAN.TYPE, Certified::pan),
            field("cardSecret", CardSecret.TYPE, Certified::cardSecret),
            field("panSecret", PANSecret.TYPE, Certified::panSecret),
            field(
                "certificates",
                Repeated.sequenceOf(Certificate.TYPE, 1),
                Certified::certificates),
            optional("message", CAMsg.TYPE.implicit(0), Certified::message),
            Certified::new);

    /** Copies the certificates. */
    public Certified {
      certificates = List.copyOf(certificates);
    }

    /** Nothing of the account. */
    @Override
    public String toString() {
      return "Certified[" + label + "]";
    }
  }

  /**
   * The CCA or the card's issuer said no.
   *
   * @param failed fields of the form that would not do
   */
  record Rejected(
      Label label, CertStatusCode status, Optional<String> message, List<FailedItem> failed)
      implements Registration {
    static final Tagged<Rejected> TYPE =
        Sequence.sequence(
            "Rejected",
            field("label", Label.TYPE, Rejected::label),
            field("status", CertStatusCode.TYPE, Rejected::status),
            optional("message", SETString.type(128).explicit(0), Rejected::message),
            field(
                "failed",
                Repeated.sequenceOf(FailedItem.TYPE, 0).implicit(1),
                Rejected::failed),
            Rejected::new);

    /** Copies the fields. */
    public Rejected {
      failed = List.copyOf(failed);
    }
  }

  /** An answer broke a rule, or the CCA sent an Error. */
  record Stopped(Label label, Stop stop) implements Registration {
    static final Tagged<Stopped> TYPE =
        Sequence.sequence(
            "Stopped",
            field("label", Label.TYPE, Stopped::label),
            field("stop", Stop.TYPE, Stopped::stop),
            Stopped::new);
  }

  /** A card that nobody certified: it pays unsigned, where that is taken. */
  record Kept(Label label, PAN pan) implements Registration {
    public static final Tagged<Kept> TYPE =
        Sequence.sequence(
            "Kept",
            field("label", Label.TYPE, Kept::label),
            field("pan", PAN.TYPE, Kept::pan),
            Kept::new);

    /** Nothing of the account. */
    @Override
    public String toString() {
      return "Kept[" + label + "]";
    }
  }

  Asn1Type<Registration> TYPE =
      Choice.choice(
          "Registration",
          alternative("begun", Begun.class, Begun.TYPE.explicit(0)),
          alternative("asked", FormAsked.class, FormAsked.TYPE.explicit(1)),
          alternative("form", FormGiven.class, FormGiven.TYPE.explicit(2)),
          alternative("referred", Referred.class, Referred.TYPE.explicit(3)),
          alternative("requested", Requested.class, Requested.TYPE.explicit(4)),
          alternative("pending", Pending.class, Pending.TYPE.explicit(5)),
          alternative("certified", Certified.class, Certified.TYPE.explicit(6)),
          alternative("rejected", Rejected.class, Rejected.TYPE.explicit(7)),
          alternative("stopped", Stopped.class, Stopped.TYPE.explicit(8)),
          alternative("kept", Kept.class, Kept.TYPE.explicit(9)));

  /**
   * Who registers which card, and where.
   *
   * @param setUrl where the CCA takes messages
   * @param language in which the person reads
   */
  record Applicant(Label label, PAN pan, URL setUrl, Language language) {
    public static final Tagged<Applicant> TYPE =
        Sequence.sequence(
            "Applicant",
            field("label", Label.TYPE, Applicant::label),
            field("pan", PAN.TYPE, Applicant::pan),
            field("setUrl", URL.TYPE, Applicant::setUrl),
            field("language", Language.TYPE, Applicant::language),
            Applicant::new);
  }

  /**
   * A question how the request stands.
   *
   * @param byTimer whether the next one is to be set when this one is answered
   */
  record Inquiry(CreateCertReq.Asked asked, boolean byTimer) {
    static final Tagged<Inquiry> TYPE =
        Sequence.sequence(
            "Inquiry",
            field("asked", CreateCertReq.Asked.TYPE, Inquiry::asked),
            field("byTimer", Asn1.BOOLEAN, Inquiry::byTimer),
            Inquiry::new);
  }
}
