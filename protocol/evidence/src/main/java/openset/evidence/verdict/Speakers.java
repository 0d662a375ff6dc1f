package openset.evidence.verdict;

import java.time.Instant;
import java.util.Optional;
import openset.asn1.Asn1Exception;
import openset.evidence.Claim;
import openset.evidence.Dates;
import openset.evidence.Word;
import openset.pki.Certificate;
import openset.pki.CertificateType;
import openset.set.data.CertThumb;
import openset.set.data.auth.AuthResData;
import openset.set.data.auth.AuthRevResData;
import openset.set.data.capture.CapResData;
import openset.set.data.credit.CapRevOrCredResData;
import openset.set.data.outcome.AcqCardCodeMsg;
import openset.set.data.outcome.PResData;
import openset.set.data.outcome.Receipt;
import openset.set.operator.Content;
import openset.set.operator.Signed;
import openset.set.operator.Verified;
import openset.set.treatment.Forms;

/**
 * Whose word each is. The time at which its certificate is judged stands in what is signed, so it
 * is read first and counts once the signature is proved (EVID-11).
 */
final class Speakers {
  private final Inquest inquest;

  Speakers(Inquest inquest) {
    this.inquest = inquest;
  }

  AuthResData of(Word.AuthRes word) throws Unproved {
    return gateway(word, word.signed(), Forms.AUTH_RES.enc().content()).value();
  }

  Receipt of(Word.Receipt word) throws Unproved {
    return gateway(word, word.signed(), AcqCardCodeMsg.CONTENT).receipt();
  }

  CapResData of(Word.CapRes word) throws Unproved {
    return gateway(word, word.signed(), CapResData.CONTENT);
  }

  AuthRevResData of(Word.AuthRevRes word) throws Unproved {
    return gateway(word, word.signed(), AuthRevResData.CONTENT);
  }

  AuthRevResData of(Word.AuthReduced word) throws Unproved {
    return gateway(word, word.signed(), Forms.AUTH_REV_RES_B.enc().content()).value();
  }

  CapRevOrCredResData of(Word.CapRevRes word) throws Unproved {
    return gateway(word, word.signed(), CapRevOrCredResData.CAP_REV);
  }

  CapRevOrCredResData of(Word.CredRes word) throws Unproved {
    return gateway(word, word.signed(), CapRevOrCredResData.CRED);
  }

  CapRevOrCredResData of(Word.CredRevRes word) throws Unproved {
    return gateway(word, word.signed(), CapRevOrCredResData.CRED_REV);
  }

  PResData of(Word.PRes word) throws Unproved {
    Verified<PResData> proved = merchant(word, word.signed(), PResData.CONTENT);
    CertThumb meant = inquest.purchase().oiData().merchantThumb();
    if (!CertThumb.of(proved.signer().certificate()).equals(meant)) throw otherMerchant();
    return proved.value();
  }

  Claim of(Word.Stated word) throws Unproved {
    Verified<Claim> proved = merchant(word, word.signed(), Claim.CONTENT);
    // Its certificate may have been renewed since: the acquirer's number stays.
    Certificate signer = proved.signer().certificate();
    String id = signer.merchantData().orElseThrow().id();
    boolean same =
        CertThumb.of(signer).equals(inquest.purchase().oiData().merchantThumb())
            || inquest.seller().map(Facts.Seller::id).filter(id::equals).isPresent();
    if (!same) throw otherMerchant();
    return proved.value();
  }

  /** Whether a claim is of money, proved or not. */
  static boolean isSettlement(Word.Stated word) {
    try {
      return !(Dates.content(word.signed(), Claim.TYPE).what() instanceof Claim.Shipment);
    } catch (Asn1Exception e) {
      return false;
    }
  }

  private static Unproved otherMerchant() {
    return Unproved.wrong(Cause.OTHER_MERCHANT, Phrase.WORD_OTHER_MERCHANT.words());
  }

  /** The date that the word bears, or that of the purchase. */
  private Instant at(Word word) throws Unproved {
    try {
      return Dates.of(word).orElse(inquest.purchase().at());
    } catch (Asn1Exception e) {
      throw Unproved.wrong(Cause.CONTENT, Phrase.of(Cause.CONTENT));
    }
  }

  private <T> T gateway(Word word, Signed<T> signed, Content<T> content) throws Unproved {
    Instant at = at(word);
    Moments.By by =
        new Moments.By(
            CertificateType.PGWY, inquest.purchase().brand(), at, Phrase.THE_GATEWAY.words());
    Verified<T> proved = inquest.moments().proved(signed, content, by);
    Certificate signer = proved.signer().certificate();
    Optional<Certificate> named = inquest.gateway();
    if (named.isPresent() && !named.get().subject().equals(signer.subject())) {
      throw Unproved.wrong(Cause.OTHER_GATEWAY, Phrase.WORD_OTHER_GATEWAY.words());
    }
    notAhead(at);
    inquest.signed(signer, at, Phrase.GATEWAY.words());
    return proved.value();
  }

  private <T> Verified<T> merchant(Word word, Signed<T> signed, Content<T> content)
      throws Unproved {
    Instant at = at(word);
    Moments.By by =
        new Moments.By(
            CertificateType.MER, inquest.purchase().brand(), at, Phrase.THE_MERCHANT.words());
    Verified<T> proved = inquest.moments().proved(signed, content, by);
    notAhead(at);
    inquest.signed(proved.signer().certificate(), at, Phrase.MERCHANT.words());
    return proved;
  }

  private void notAhead(Instant at) throws Unproved {
    if (inquest.isAhead(at)) {
      throw Unproved.wrong(Cause.OTHER_TIME, Phrase.TIME_AHEAD.words(at));
    }
  }
}
