package openset.set.data.order;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.util.List;
import java.util.Optional;
import openset.asn1.Asn1;
import openset.asn1.ObjectIdentifier;
import openset.asn1.Repeated;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.SetOid;
import openset.set.data.BIN;
import openset.set.data.BrandID;
import openset.set.data.CertThumb;
import openset.set.data.Challenge;
import openset.set.data.MsgExtensions;
import openset.set.data.RRPID;
import openset.set.data.Salt;
import openset.set.data.TransIDs;
import openset.set.operator.Content;
import openset.set.operator.Detached;

/**
 * The order half of a purchase: what the merchant reads, and what the gateway knows only by digest.
 *
 * <pre>
 * OIData ::= SEQUENCE {
 *   transIDs        TransIDs,
 *   rrpid           RRPID,
 *   chall-C         Challenge,
 *   hod             DD{HODInput},
 *   odSalt          Salt,
 *   chall-M         [0] Challenge OPTIONAL,
 *   brandID         BrandID,
 *   bin             BIN,
 *   odExtOIDs       [1] SEQUENCE SIZE(1..MAX) OF OBJECT IDENTIFIER OPTIONAL,
 *   oiExtensions    [2] MsgExtensions OPTIONAL,
 *   gatewayThumb    [3] CertThumb,
 *   merchantThumb   [4] CertThumb }
 * </pre>
 *
 * <p>OpenSET adds gatewayThumb and merchantThumb, so that the cardholder's signature names both.
 * Tags are unconfirmed (spec/unconfirmed.md).
 *
 * @param rrpid new for PReq
 * @param hod binds order and amount
 * @param odSalt the one in HODInput, so that the merchant can compute HOD
 * @param challM the merchant's, where there was a PInit exchange
 * @param odExtOIDs which ODExtensions, in their order
 * @param gatewayThumb the gateway's key-exchange certificate
 * @param merchantThumb the merchant's signature certificate
 */
public record OIData(
    TransIDs transIDs,
    RRPID rrpid,
    Challenge challC,
    Detached<HODInput> hod,
    Salt odSalt,
    Optional<Challenge> challM,
    BrandID brandID,
    BIN bin,
    Optional<List<ObjectIdentifier>> odExtOIDs,
    Optional<MsgExtensions> oiExtensions,
    CertThumb gatewayThumb,
    CertThumb merchantThumb) {
  public static final Tagged<OIData> TYPE =
      Sequence.sequence(
          "OIData",
          field("transIDs", TransIDs.TYPE, OIData::transIDs),
          field("rrpid", RRPID.TYPE, OIData::rrpid),
          field("chall-C", Challenge.TYPE, OIData::challC),
          field("hod", Detached.type(HODInput.CONTENT), OIData::hod),
          field("odSalt", Salt.TYPE, OIData::odSalt),
          optional("chall-M", Challenge.TYPE.implicit(0), OIData::challM),
          field("brandID", BrandID.TYPE, OIData::brandID),
          field("bin", BIN.TYPE, OIData::bin),
          optional(
              "odExtOIDs",
              Repeated.sequenceOf(Asn1.OBJECT_IDENTIFIER, 1).implicit(1),
              OIData::odExtOIDs),
          optional("oiExtensions", MsgExtensions.TYPE.implicit(2), OIData::oiExtensions),
          field("gatewayThumb", CertThumb.TYPE.implicit(3), OIData::gatewayThumb),
          field("merchantThumb", CertThumb.TYPE.implicit(4), OIData::merchantThumb),
          OIData::new);

  /** As content: digested, signed or sealed under this content type. */
  public static final Content<OIData> CONTENT = new Content<>(SetOid.OI_DATA, TYPE);
}
