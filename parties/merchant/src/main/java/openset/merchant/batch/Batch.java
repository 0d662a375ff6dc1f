package openset.merchant.batch;

import static openset.asn1.Choice.alternative;
import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import openset.asn1.Asn1;
import openset.asn1.Asn1Type;
import openset.asn1.Choice;
import openset.asn1.Repeated;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.BrandID;
import openset.set.data.Date;
import openset.set.data.sale.BatchStatus;
import openset.set.data.sale.RRTags;

/**
 * Where one of our batches stands. Kept as DER.
 *
 * <pre>
 * Batch ::= CHOICE {
 *   asking    [0] EXPLICIT Asking,
 *   agrees    [1] EXPLICIT Agrees,
 *   differs   [2] EXPLICIT Differs,
 *   closed    [3] EXPLICIT Closed,
 *   refused   [4] EXPLICIT Refused }
 * </pre>
 */
public sealed interface Batch {
  /** Which batch, and with whose credentials it is spoken of. */
  About about();

  /** The gateway is being asked. */
  record Asking(About about, Asked asked) implements Batch {
    static final Tagged<Asking> TYPE =
        Sequence.sequence(
            "Asking",
            field("about", About.TYPE, Asking::about),
            field("asked", Asked.TYPE, Asking::asked),
            Asking::new);
  }

  /** It is open, and when it was compared last, the gateway listed the same. */
  record Agrees(About about, BatchStatus status, Instant comparedAt) implements Batch {
    static final Tagged<Agrees> TYPE =
        Sequence.sequence(
            "Agrees",
            field("about", About.TYPE, Agrees::about),
            field("status", BatchStatus.TYPE, Agrees::status),
            field("comparedAt", Date.TYPE, Agrees::comparedAt),
            Agrees::new);
  }

  /**
   * It is open or closed, and the gateway lists other items than we do.
   *
   * @param status the gateway's reckoning
   * @param differences the first of them
   */
  record Differs(
      About about, BatchStatus status, List<Difference> differences, Instant comparedAt)
      implements Batch {
    static final Tagged<Differs> TYPE =
        Sequence.sequence(
            "Differs",
            field("about", About.TYPE, Differs::about),
            field("status", BatchStatus.TYPE, Differs::status),
            field(
                "differences",
                Repeated.sequenceOf(Difference.TYPE, 0),
                Differs::differences),
            field("comparedAt", Date.TYPE, Differs::comparedAt),
            Differs::new);

    /** Copies the list. */
    public Differs {
      differences = List.copyOf(differences);
    }
  }

  /** It takes nothing any more. */
  record Closed(About about, BatchStatus status) implements Batch {
    static final Tagged<Closed> TYPE =
        Sequence.sequence(
            "Closed",
            field("about", About.TYPE, Closed::about),
            field("status", BatchStatus.TYPE, Closed::status),
            Closed::new);
  }

  /** The gateway would not do what was asked last; what it was before, it still is. */
  record Refused(About about, String reason) implements Batch {
    static final Tagged<Refused> TYPE =
        Sequence.sequence(
            "Refused",
            field("about", About.TYPE, Refused::about),
            field("reason", Asn1.sized(Asn1.VISIBLE_STRING, 1, 40), Refused::reason),
            Refused::new);
  }

  Asn1Type<Batch> TYPE =
      Choice.choice(
          "Batch",
          alternative("asking", Asking.class, Asking.TYPE.explicit(0)),
          alternative("agrees", Agrees.class, Agrees.TYPE.explicit(1)),
          alternative("differs", Differs.class, Differs.TYPE.explicit(2)),
          alternative("closed", Closed.class, Closed.TYPE.explicit(3)),
          alternative("refused", Refused.class, Refused.TYPE.explicit(4)));

  /**
   * Which batch.
   *
   * @param brandID a brand of the account
   */
  record About(BatchName name, BrandID brandID) {
    static final Tagged<About> TYPE =
        Sequence.sequence(
            "About",
            field("name", BatchName.TYPE, About::name),
            field("brandID", BrandID.TYPE, About::brandID),
            About::new);
  }

  /**
   * What was asked.
   *
   * @param errand what for
   * @param from the first item of the page that is asked for; 0 where no items are
   * @param status the gateway's reckoning, while its items are gone through
   * @param differences found so far
   */
  record Asked(
      RRTags tags,
      Errand errand,
      int from,
      Optional<BatchStatus> status,
      List<Difference> differences) {
    static final Tagged<Asked> TYPE =
        Sequence.sequence(
            "Asked",
            field("tags", RRTags.TYPE, Asked::tags),
            field("errand", Errand.TYPE, Asked::errand),
            field("from", Asn1.integer(0, 999_999_999), Asked::from),
            optional("status", BatchStatus.TYPE.implicit(0), Asked::status),
            field(
                "differences", Repeated.sequenceOf(Difference.TYPE, 0), Asked::differences),
            Asked::new);

    /** Copies the list. */
    public Asked {
      differences = List.copyOf(differences);
    }
  }
}
