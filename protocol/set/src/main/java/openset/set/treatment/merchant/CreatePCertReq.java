package openset.set.treatment.merchant;

import java.util.List;
import java.util.Optional;
import openset.pki.SigningCredential;
import openset.set.data.BrandAndBIN;
import openset.set.data.Digest;
import openset.set.data.CertThumb;
import openset.set.data.MerchantID;
import openset.set.data.RRPID;
import openset.set.data.SWIdent;
import openset.set.data.Thumbs;
import openset.set.data.certificate.PCertReqData;
import openset.set.data.sale.MerTermIDs;
import openset.set.data.sale.RRTags;
import openset.set.message.MessageHeader;
import openset.set.message.MessageWrapper;
import openset.set.message.PCertReq;
import openset.set.operator.S;
import openset.set.operator.Signatory;
import openset.set.treatment.Means;

/** Makes PCertReq, {@code spec/pcert.md}: for which brands we need a gateway's certificate. */
public final class CreatePCertReq {
  private CreatePCertReq() {}

  /** The request, and what its answer is held to. */
  public record Created(
      MessageWrapper wrapper, RRTags pCertRRTags, List<BrandAndBIN> brandAndBINSeq) {}

  /**
   * Asks for the certificates of {@code wanted}.
   *
   * @param held the gateway's certificates that we have
   */
  public static Created create(
      List<BrandAndBIN> wanted, List<CertThumb> held, SigningCredential signing, Means means) {
    // PCertReq-M-01: a new RRPID; MerchantID as in our certificate, which signs.
    MerchantID merchantID =
        new MerchantID(signing.certificate().merchantData().orElseThrow().id());
    RRTags tags =
        new RRTags(
            RRPID.of(means.randomness().bytes(RRPID.OCTETS)),
            MerTermIDs.of(merchantID),
            means.now());
    // PCertReq-M-02: what we hold need not be sent again.
    List<Digest> thumbs = held.stream().map(CertThumb::thumbprint).toList();
    PCertReqData data =
        new PCertReqData(
            tags,
            thumbs.isEmpty()
                ? Optional.empty()
                : Optional.of(new Thumbs(thumbs, List.of(), List.of())),
            wanted,
            Optional.empty());
    PCertReq request =
        new PCertReq(S.sign(Signatory.of(signing), PCertReqData.CONTENT, data));
    MessageHeader header =
        MessageHeader.of(
            means.now(), Optional.empty(), tags.rrpid(), new SWIdent(means.policy().swIdent()));
    return new Created(MessageWrapper.of(header, request), tags, List.copyOf(wanted));
  }
}
