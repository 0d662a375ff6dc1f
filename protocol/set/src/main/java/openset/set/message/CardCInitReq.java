package openset.set.message;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.util.Optional;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.BrandID;
import openset.set.data.Challenge;
import openset.set.data.LocalID;
import openset.set.data.RRPID;
import openset.set.data.Thumbs;

/**
 * A cardholder begins to register. Sent in clear.
 *
 * <pre>
 * CardCInitReq ::= SEQUENCE {
 *   rrpid      RRPID,
 *   lid-EE     LocalID,
 *   chall-EE   Challenge,
 *   brandID    BrandID,
 *   thumbs     [0] Thumbs OPTIONAL }
 * </pre>
 *
 * @param thumbs what the wallet holds
 */
public record CardCInitReq(
    RRPID rrpid, LocalID lidEE, Challenge challEE, BrandID brandID, Optional<Thumbs> thumbs)
    implements Message {
  public static final Tagged<CardCInitReq> TYPE =
      Sequence.sequence(
          "CardCInitReq",
          field("rrpid", RRPID.TYPE, CardCInitReq::rrpid),
          field("lid-EE", LocalID.TYPE, CardCInitReq::lidEE),
          field("chall-EE", Challenge.TYPE, CardCInitReq::challEE),
          field("brandID", BrandID.TYPE, CardCInitReq::brandID),
          optional("thumbs", Thumbs.TYPE.implicit(0), CardCInitReq::thumbs),
          CardCInitReq::new);

  @Override
  public String name() {
    return "CardCInitReq";
  }
}
