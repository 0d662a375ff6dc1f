package openset.set.treatment.merchant;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.util.Optional;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.BIN;
import openset.set.data.BrandID;
import openset.set.data.CertThumb;
import openset.set.data.Challenge;
import openset.set.data.TransIDs;

/**
 * What the merchant told the cardholder in PInitRes and holds it to in PReq. Without PInit it is
 * what was published, under the cardholder's own XID and challenge.
 *
 * <pre>
 * OpenedSale ::= SEQUENCE {
 *   transIDs        TransIDs,
 *   chall-C         Challenge,
 *   chall-M         Challenge OPTIONAL,
 *   brandID         BrandID,
 *   bin             BIN,
 *   peThumb         CertThumb,
 *   merchantThumb   CertThumb }
 * </pre>
 *
 * @param challM empty where the sale began without PInit
 */
public record OpenedSale(
    TransIDs transIDs,
    Challenge challC,
    Optional<Challenge> challM,
    BrandID brandID,
    BIN bin,
    CertThumb peThumb,
    CertThumb merchantThumb) {
  public static final Tagged<OpenedSale> TYPE =
      Sequence.sequence(
          "OpenedSale",
          field("transIDs", TransIDs.TYPE, OpenedSale::transIDs),
          field("chall-C", Challenge.TYPE, OpenedSale::challC),
          optional("chall-M", Challenge.TYPE, OpenedSale::challM),
          field("brandID", BrandID.TYPE, OpenedSale::brandID),
          field("bin", BIN.TYPE, OpenedSale::bin),
          field("peThumb", CertThumb.TYPE, OpenedSale::peThumb),
          field("merchantThumb", CertThumb.TYPE, OpenedSale::merchantThumb),
          OpenedSale::new);
}
