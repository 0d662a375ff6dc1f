package openset.set.data.outcome;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.util.List;
import java.util.Optional;
import openset.asn1.Repeated;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.pki.BrandCrlIdentifier;
import openset.set.SetOid;
import openset.set.data.Challenge;
import openset.set.data.RRPID;
import openset.set.data.TransIDs;
import openset.set.operator.Content;

/**
 * The merchant's answer about a purchase: one payload for each authorization.
 *
 * <pre>
 * PResData ::= SEQUENCE {
 *   transIDs             TransIDs,
 *   rrpid                RRPID,
 *   chall-C              Challenge,
 *   brandCRLIdentifier   [0] EXPLICIT BrandCRLIdentifier OPTIONAL,
 *   pResPayloadSeq       SEQUENCE SIZE(1..MAX) OF PResPayload }
 * </pre>
 */
public record PResData(
    TransIDs transIDs,
    RRPID rrpid,
    Challenge challC,
    Optional<BrandCrlIdentifier> brandCRLIdentifier,
    List<PResPayload> pResPayloadSeq) {
  public static final Tagged<PResData> TYPE =
      Sequence.sequence(
          "PResData",
          field("transIDs", TransIDs.TYPE, PResData::transIDs),
          field("rrpid", RRPID.TYPE, PResData::rrpid),
          field("chall-C", Challenge.TYPE, PResData::challC),
          optional(
              "brandCRLIdentifier",
              BrandCrlIdentifier.TYPE.explicit(0),
              PResData::brandCRLIdentifier),
          field(
              "pResPayloadSeq", Repeated.sequenceOf(PResPayload.TYPE, 1), PResData::pResPayloadSeq),
          PResData::new);

  /** As content: digested, signed or sealed under this content type. */
  public static final Content<PResData> CONTENT = new Content<>(SetOid.P_RES_DATA, TYPE);

  public PResData {
    pResPayloadSeq = List.copyOf(pResPayloadSeq);
  }
}
