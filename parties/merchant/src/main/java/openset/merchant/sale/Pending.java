package openset.merchant.sale;

import static openset.asn1.Choice.alternative;
import static openset.asn1.Field.defaulted;
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
import openset.set.data.CurrencyAmount;
import openset.set.data.auth.AuthRevTags;
import openset.set.data.auth.AuthTags;
import openset.set.data.capture.CapItem;
import openset.set.data.credit.CapRevOrCredReqItem;
import openset.set.data.sale.RRTags;
import openset.set.treatment.CapRevOrCred;

/**
 * What the gateway is being asked about money that is held.
 *
 * <pre>
 * Pending ::= CHOICE {
 *   capturing   [0] EXPLICIT Capturing,
 *   reversing   [1] EXPLICIT Reversing,
 *   asking      [2] EXPLICIT Asking,
 *   returning   [3] EXPLICIT Returning }
 * </pre>
 */
public sealed interface Pending {
  /** The highest place of an authorization. */
  int PLACE_MAX = 1023;

  Asn1Type<Pending> TYPE =
      Choice.choice(
          "Pending",
          alternative("capturing", Capturing.class, Capturing.TYPE.explicit(0)),
          alternative("reversing", Reversing.class, Reversing.TYPE.explicit(1)),
          alternative("asking", Asking.class, Asking.TYPE.explicit(2)),
          alternative("returning", Returning.class, Returning.TYPE.explicit(3)));

  /**
   * A reversal under way.
   *
   * @param place of its authorization, from 0
   * @param stays what shall stay of that one
   * @param together what shall stay of all
   */
  record Reversing(
      int place, AuthRevTags authRevTags, CurrencyAmount stays, CurrencyAmount together)
      implements Pending {
    static final Tagged<Reversing> TYPE =
        Sequence.sequence(
            "Reversing",
            field("place", Asn1.integer(0, PLACE_MAX), Reversing::place),
            field("authRevTags", AuthRevTags.TYPE, Reversing::authRevTags),
            field("stays", CurrencyAmount.TYPE, Reversing::stays),
            field("together", CurrencyAmount.TYPE, Reversing::together),
            Reversing::new);
  }

  /**
   * A capture under way.
   *
   * @param place of its authorization, from 0
   * @param ship the shipment it is for; empty where an earlier shipment is claimed again
   */
  record Capturing(int place, RRTags capRRTags, CapItem item, Optional<Ship> ship)
      implements Pending {
    static final Tagged<Capturing> TYPE =
        Sequence.sequence(
            "Capturing",
            field("place", Asn1.integer(0, PLACE_MAX), Capturing::place),
            field("capRRTags", RRTags.TYPE, Capturing::capRRTags),
            field("item", CapItem.TYPE, Capturing::item),
            optional("ship", Ship.TYPE.implicit(0), Capturing::ship),
            Capturing::new);
  }

  /**
   * Captured money is going back, or what went back comes again.
   *
   * @param place of its authorization, from 0
   * @param lines numbers of the lines it is for, if any
   * @param left what goes back after this, of another authorization
   */
  record Returning(
      int place,
      CapRevOrCred kind,
      RRTags tags,
      CapRevOrCredReqItem item,
      List<Integer> lines,
      CurrencyAmount left)
      implements Pending {
    private static final Tagged<CapRevOrCred> KIND =
        Asn1.enumerated("CapRevOrCred", CapRevOrCred.values(), CapRevOrCred::ordinal);

    static final Tagged<Returning> TYPE =
        Sequence.sequence(
            "Returning",
            field("place", Asn1.integer(0, PLACE_MAX), Returning::place),
            field("kind", KIND, Returning::kind),
            field("tags", RRTags.TYPE, Returning::tags),
            field("item", CapRevOrCredReqItem.TYPE, Returning::item),
            field("lines", Repeated.sequenceOf(Asn1.integer(1, 1024), 0), Returning::lines),
            field("left", CurrencyAmount.TYPE, Returning::left),
            Returning::new);

    /** Money going back, with a copy of the list. */
    public Returning {
      lines = List.copyOf(lines);
    }

    /** The name of the request. */
    String name() {
      return switch (kind) {
        case CAP_REV -> "CapRevReq";
        case CRED -> "CredReq";
        case CRED_REV -> "CredRevReq";
      };
    }
  }

  /**
   * A further authorization under way.
   *
   * @param ship the shipment it is for, which waits for it
   * @param claims whether it is for what was shipped before and is not captured
   */
  record Asking(
      AuthTags authTags, CurrencyAmount authReqAmt, Optional<Ship> ship, boolean claims)
      implements Pending {
    static final Tagged<Asking> TYPE =
        Sequence.sequence(
            "Asking",
            field("authTags", AuthTags.TYPE, Asking::authTags),
            field("authReqAmt", CurrencyAmount.TYPE, Asking::authReqAmt),
            optional("ship", Ship.TYPE.implicit(0), Asking::ship),
            defaulted("claims", Asn1.BOOLEAN.implicit(1), false, Asking::claims),
            Asking::new);
  }
}
