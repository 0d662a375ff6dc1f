package openset.conduct.enrolment;

import static openset.asn1.Choice.alternative;
import static openset.asn1.Field.field;

import java.util.List;
import openset.asn1.Asn1;
import openset.asn1.Asn1Type;
import openset.asn1.Choice;
import openset.asn1.Repeated;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.pki.Certificate;
import openset.set.data.LocalID;
import openset.set.treatment.endentity.CreateCertReq;
import openset.set.treatment.endentity.CreateMeAqCInitReq;

/**
 * Where an enrolment stands.
 *
 * <pre>
 * Enrolling ::= CHOICE {
 *   begun      [0] EXPLICIT Begun,
 *   requested  [1] EXPLICIT Requested,
 *   certified  [2] EXPLICIT Certified,
 *   refused    [3] EXPLICIT Refused }
 * </pre>
 */
public sealed interface Enrolling {
  Asn1Type<Enrolling> TYPE =
      Choice.choice(
          "Enrolling",
          alternative("begun", Begun.class, Begun.TYPE.explicit(0)),
          alternative("requested", Requested.class, Requested.TYPE.explicit(1)),
          alternative("certified", Certified.class, Certified.TYPE.explicit(2)),
          alternative("refused", Refused.class, Refused.TYPE.explicit(3)));

  /**
   * The form is asked for.
   *
   * @param note what went wrong last; empty where nothing did
   */
  record Begun(CreateMeAqCInitReq.Asked asked, String note) implements Enrolling {
    static final Tagged<Begun> TYPE =
        Sequence.sequence(
            "Begun",
            field("asked", CreateMeAqCInitReq.Asked.TYPE, Begun::asked),
            field("note", Asn1.UTF8_STRING, Begun::note),
            Begun::new);
  }

  /**
   * The certificates are asked for, or asked after.
   *
   * @param lidCA the authority's label, to ask by
   * @param note what it said last, or what went wrong; empty where nothing was heard yet
   */
  record Requested(CreateCertReq.Asked asked, LocalID lidCA, String note) implements Enrolling {
    static final Tagged<Requested> TYPE =
        Sequence.sequence(
            "Requested",
            field("asked", CreateCertReq.Asked.TYPE, Requested::asked),
            field("lidCA", LocalID.TYPE, Requested::lidCA),
            field("note", Asn1.UTF8_STRING, Requested::note),
            Requested::new);
  }

  /** The certificates, each with those above it but the root. */
  record Certified(List<Certificate> signing, List<Certificate> opening) implements Enrolling {
    static final Tagged<Certified> TYPE =
        Sequence.sequence(
            "Certified",
            field("signing", Repeated.sequenceOf(Certificate.TYPE, 1), Certified::signing),
            field("opening", Repeated.sequenceOf(Certificate.TYPE, 1), Certified::opening),
            Certified::new);

    /** Copies the lists. */
    public Certified {
      signing = List.copyOf(signing);
      opening = List.copyOf(opening);
    }
  }

  /** No certificates for these keys. */
  record Refused(String reason) implements Enrolling {
    static final Tagged<Refused> TYPE =
        Sequence.sequence(
            "Refused", field("reason", Asn1.UTF8_STRING, Refused::reason), Refused::new);
  }
}
