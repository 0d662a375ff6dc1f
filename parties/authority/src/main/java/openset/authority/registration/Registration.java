package openset.authority.registration;

import static openset.asn1.Choice.alternative;
import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import openset.asn1.Asn1;
import openset.asn1.Asn1Type;
import openset.asn1.Choice;
import openset.asn1.Repeated;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.pki.Certificate;
import openset.set.data.LocalID;
import openset.set.data.Nonce;
import openset.set.data.card.PAN;
import openset.set.data.registration.CertStatusCode;
import openset.set.data.registration.RegFormReqData;
import openset.set.treatment.authority.FormGiven;
import openset.set.treatment.authority.ProcessRegFormReq;
import openset.set.treatment.authority.Standing;

/**
 * Where one registration stands. Kept as DER, sealed; a card number is in it only while a bank is
 * being asked.
 *
 * <pre>
 * Registration ::= CHOICE {
 *   begun      [0] EXPLICIT RegistrationBegun,
 *   formAsked  [1] EXPLICIT FormAsked,
 *   formShown  [2] EXPLICIT FormShown,
 *   bankAsked  [3] EXPLICIT BankAsked,
 *   pended     [4] EXPLICIT Applicant,
 *   signing    [5] EXPLICIT Signing,
 *   certified  [6] EXPLICIT Certified,
 *   rejected   [7] EXPLICIT Rejected }
 * </pre>
 */
public sealed interface Registration {
  /** Its ASN.1 type. */
  Asn1Type<Registration> TYPE =
      Choice.choice(
          "Registration",
          alternative(
              "begun",
              Begun.class,
              openset.set.treatment.authority.Begun.TYPE.explicit(0),
              Begun::new,
              Begun::begun),
          alternative("formAsked", FormAsked.class, FormAsked.TYPE.explicit(1)),
          alternative("formShown", FormShown.class, FormShown.TYPE.explicit(2)),
          alternative("bankAsked", BankAsked.class, BankAsked.TYPE.explicit(3)),
          alternative(
              "pended", Pended.class, Applicant.TYPE.explicit(4), Pended::new, Pended::applicant),
          alternative("signing", Signing.class, Signing.TYPE.explicit(5)),
          alternative("certified", Certified.class, Certified.TYPE.explicit(6)),
          alternative("rejected", Rejected.class, Rejected.TYPE.explicit(7)));

  /** Names one attempt at the issuer: it is one attempt however often it is asked. */
  static String attempt(LocalID lidCA) {
    return HexFormat.of().formatHex(lidCA.octets().bytes());
  }

  /** A cardholder was told whom to seal to. */
  record Begun(openset.set.treatment.authority.Begun begun) implements Registration {}

  /** The issuer is asked for its form. */
  record FormAsked(RegFormReqData data, PAN pan, openset.set.treatment.authority.Begun begun)
      implements Registration {
    static final Tagged<FormAsked> TYPE =
        Sequence.sequence(
            "FormAsked",
            field("data", RegFormReqData.TYPE, FormAsked::data),
            field("pan", PAN.TYPE, FormAsked::pan),
            field("begun", openset.set.treatment.authority.Begun.TYPE, FormAsked::begun),
            FormAsked::new);

    static FormAsked of(ProcessRegFormReq.Request request) {
      return new FormAsked(request.data(), request.pan(), request.begun());
    }

    ProcessRegFormReq.Request request() {
      return new ProcessRegFormReq.Request(data, pan, begun);
    }

    /** Nothing of the account. */
    @Override
    public String toString() {
      return "FormAsked";
    }
  }

  /**
   * The form was given out.
   *
   * @param formId the issuer's own name of it; empty where the form is the authority's
   * @param keys the issuer's names of the questions, in their order
   */
  record FormShown(FormGiven given, String formId, List<String> keys) implements Registration {
    static final Tagged<FormShown> TYPE =
        Sequence.sequence(
            "FormShown",
            field("given", FormGiven.TYPE, FormShown::given),
            field("formId", Asn1.sized(Asn1.UTF8_STRING, 0, 100), FormShown::formId),
            field("keys", Repeated.sequenceOf(Asn1.UTF8_STRING), FormShown::keys),
            FormShown::new);

    /** Copies the list. */
    public FormShown {
      keys = List.copyOf(keys);
    }
  }

  /** A bank is asked about the applicant; somebody may wait for the answer. */
  record BankAsked(Applicant applicant, Optional<Waiting> waiting) implements Registration {
    static final Tagged<BankAsked> TYPE =
        Sequence.sequence(
            "BankAsked",
            field("applicant", Applicant.TYPE, BankAsked::applicant),
            optional("waiting", Waiting.TYPE, BankAsked::waiting),
            BankAsked::new);
  }

  /** A person at the bank decides. */
  record Pended(Applicant applicant) implements Registration {}

  /**
   * The bank confirmed; what will be signed is written down.
   *
   * @param peer from which address it was asked for
   * @param nonceCCA to a cardholder: the CCA's half of what hides the account
   */
  record Signing(
      Standing standing,
      String peer,
      List<DraftCertificate> drafts,
      Optional<Nonce> nonceCCA,
      Optional<Waiting> waiting)
      implements Registration {
    static final Tagged<Signing> TYPE =
        Sequence.sequence(
            "Signing",
            field("standing", Standing.TYPE, Signing::standing),
            field("peer", Applicant.PEER, Signing::peer),
            field("drafts", Repeated.sequenceOf(DraftCertificate.TYPE, 1), Signing::drafts),
            optional("nonceCCA", Nonce.TYPE.implicit(0), Signing::nonceCCA),
            optional("waiting", Waiting.TYPE.implicit(1), Signing::waiting),
            Signing::new);

    /** Copies the list. */
    public Signing {
      drafts = List.copyOf(drafts);
    }
  }

  /** The certificates are signed and stored. */
  record Certified(Standing standing, List<Certificate> certificates, Optional<Nonce> nonceCCA)
      implements Registration {
    static final Tagged<Certified> TYPE =
        Sequence.sequence(
            "Certified",
            field("standing", Standing.TYPE, Certified::standing),
            field(
                "certificates", Repeated.sequenceOf(Certificate.TYPE, 1), Certified::certificates),
            optional("nonceCCA", Nonce.TYPE.implicit(0), Certified::nonceCCA),
            Certified::new);

    /** Copies the list. */
    public Certified {
      certificates = List.copyOf(certificates);
    }
  }

  /**
   * No certificate.
   *
   * @param peer from which address it was asked for
   */
  record Rejected(Standing standing, CertStatusCode status, String peer) implements Registration {
    static final Tagged<Rejected> TYPE =
        Sequence.sequence(
            "Rejected",
            field("standing", Standing.TYPE, Rejected::standing),
            field("status", CertStatusCode.TYPE, Rejected::status),
            field("peer", Applicant.PEER, Rejected::peer),
            Rejected::new);
  }
}
