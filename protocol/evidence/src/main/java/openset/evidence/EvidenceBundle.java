package openset.evidence;

import static openset.asn1.Field.field;

import java.util.List;
import java.util.Optional;
import openset.asn1.Asn1;
import openset.asn1.Asn1Exception;
import openset.asn1.Limits;
import openset.asn1.Repeated;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.pki.TrustBundle;
import openset.set.data.order.PublishedOffer;
import openset.set.message.PInitResData;
import openset.set.operator.Signed;

/**
 * What was said and signed about one purchase. Nothing in it is proved; {@code verdict.Verify}
 * says what it proves.
 *
 * <pre>
 * EvidenceBundle ::= SEQUENCE {
 *   version     INTEGER (1),
 *   order       EvidenceOrder,
 *   agreement   Agreement,
 *   pInitRes    S { M, PInitResData },   -- or S { M, PublishedOffer }
 *   words       SEQUENCE OF Word,
 *   lists       TrustBundle }
 * </pre>
 *
 * @param order what was bought, whole or in part
 * @param agreement what the cardholder signed; or the order half that came unsigned
 * @param pInitRes what the merchant signed before; where PInit was left out, its published offer
 * @param words what gateway and merchant said afterwards, in the order of time
 * @param lists certificates, the root among them, and the lists of revoked ones of the time
 */
public record EvidenceBundle(
    EvidenceOrder order,
    Agreement agreement,
    Signed<PInitResData> pInitRes,
    List<Word> words,
    TrustBundle lists) {
  /** The longest file that is read, in octets. */
  public static final int OCTETS_MAX = 16 * 1024 * 1024;

  private static final Limits LIMITS = new Limits(OCTETS_MAX, 40, 1 << 20);

  /** Its ASN.1 above. */
  public static final Tagged<EvidenceBundle> TYPE =
      Sequence.sequence(
          "EvidenceBundle",
          field("version", Asn1.integer(1, 1), bundle -> 1),
          field("order", EvidenceOrder.TYPE, EvidenceBundle::order),
          field("agreement", Agreement.TYPE, EvidenceBundle::agreement),
          field("pInitRes", Signed.<PInitResData>type(), EvidenceBundle::pInitRes),
          field("words", Repeated.sequenceOf(Word.TYPE), EvidenceBundle::words),
          field("lists", TrustBundle.TYPE, EvidenceBundle::lists),
          (version, order, agreement, pInitRes, words, lists) ->
              new EvidenceBundle(order, agreement, pInitRes, words, lists));

  /** Copies the list. */
  public EvidenceBundle {
    words = List.copyOf(words);
  }

  /**
   * The bundle whose DER is exactly {@code der}.
   *
   * @throws Asn1Exception which names the place that is not as it must be
   */
  public static EvidenceBundle of(byte[] der) {
    return TYPE.decode(der, LIMITS);
  }

  /** What the merchant signed before, where it published its offer and PInit was left out. */
  public Optional<Signed<PublishedOffer>> published() {
    return pInitRes.cms().content().contentType().equals(PublishedOffer.CONTENT.oid())
        ? Optional.of(new Signed<>(pInitRes.cms()))
        : Optional.empty();
  }

  /** As it is kept in a file. */
  public byte[] der() {
    return TYPE.encode(this);
  }

  /**
   * The same, showing these lines of the order and hiding the others.
   *
   * @param lineNumbers from 1
   * @throws IllegalArgumentException where one of them is not shown here
   */
  public EvidenceBundle showing(List<Integer> lineNumbers) {
    EvidenceOrder less = order.showing(lineNumbers, agreement.oiData().value().odSalt());
    return new EvidenceBundle(less, agreement, pInitRes, words, lists);
  }
}
