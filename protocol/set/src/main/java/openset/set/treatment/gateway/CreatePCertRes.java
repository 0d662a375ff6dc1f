package openset.set.treatment.gateway;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import openset.asn1.Der;
import openset.pki.Certificate;
import openset.pki.OpeningCredential;
import openset.pki.SigningCredential;
import openset.set.data.BrandAndBIN;
import openset.set.data.CertThumb;
import openset.set.data.Digest;
import openset.set.data.SWIdent;
import openset.set.data.Thumbs;
import openset.set.data.certificate.PCertCode;
import openset.set.data.certificate.PCertResItem;
import openset.set.data.certificate.PCertResTBS;
import openset.set.message.MessageHeader;
import openset.set.message.MessageWrapper;
import openset.set.message.PCertRes;
import openset.set.operator.S;
import openset.set.operator.Signatory;
import openset.set.treatment.Means;

/** Makes PCertRes, {@code spec/pcert.md}. */
public final class CreatePCertRes {
  private CreatePCertRes() {}

  /**
   * The answer to the merchant who asked.
   *
   * @param served whether we work for a brand, and for the cards of a BIN
   */
  public static MessageWrapper create(
      ProcessPCertReq.Request to, Function<BrandAndBIN, PCertCode> served, Means means) {
    SigningCredential signing =
        means.keys().signingFor(to.brandID().name()).orElseThrow();
    List<PCertResItem> items = new ArrayList<>();
    List<Certificate> along = new ArrayList<>();
    // PCertRes-P-01: one item for each brand, in the order in which they were asked for.
    for (BrandAndBIN wanted : to.data().brandAndBINSeq()) {
      PCertCode code = served.apply(wanted);
      Optional<OpeningCredential> own = means.keys().openingFor(wanted.brandID().name());
      if (code == PCertCode.success && own.isPresent()) {
        along.add(own.get().certificate());
        along.addAll(own.get().chain());
        CertThumb thumb = CertThumb.of(own.get().certificate());
        items.add(new PCertResItem(code, Optional.of(thumb)));
      } else {
        PCertCode why = code == PCertCode.success ? PCertCode.brandNotSupported : code;
        items.add(new PCertResItem(why, Optional.empty()));
      }
    }
    PCertResTBS data =
        new PCertResTBS(to.data().pCertRRTags(), Optional.empty(), items, Optional.empty());
    // PCertRes-P-02: the certificates and those above them go along, but what the merchant holds.
    Signatory signatory =
        Signatory.of(signing).enclosing(along).toPeerHolding(held(to.data().mThumbs()));
    PCertRes answer = new PCertRes(S.sign(signatory, PCertResTBS.CONTENT, data));
    MessageHeader header =
        MessageHeader.of(
            means.now(),
            Optional.empty(),
            to.data().pCertRRTags().rrpid(),
            new SWIdent(means.policy().swIdent()));
    return MessageWrapper.of(header, answer);
  }

  private static Set<Der> held(Optional<Thumbs> thumbs) {
    Set<Der> held = new HashSet<>();
    thumbs.ifPresent(
        these -> these.certThumbs().stream().map(Digest::octets).forEach(held::add));
    return held;
  }
}
