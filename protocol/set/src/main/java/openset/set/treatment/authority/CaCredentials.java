package openset.set.treatment.authority;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import openset.asn1.Der;
import openset.pki.BrandCrlIdentifier;
import openset.pki.Certificate;
import openset.pki.CertificateType;
import openset.pki.OpeningCredential;
import openset.pki.SigningCredential;
import openset.set.data.BrandID;
import openset.set.data.CertThumb;
import openset.set.data.Digest;
import openset.set.data.Thumbs;
import openset.set.operator.Signatory;
import openset.set.treatment.Keyring;
import openset.set.treatment.Means;
import openset.set.treatment.Registrant;

/**
 * The two keys an authority uses towards end entities; the one that issues is not among them.
 *
 * @param signing signs its messages
 * @param opening opens what is sealed to it
 */
public record CaCredentials(SigningCredential signing, OpeningCredential opening) {
  /** Those of {@code keys} with which {@code registrant}s of {@code brand} register, if any. */
  public static Optional<CaCredentials> of(Keyring keys, Registrant registrant, BrandID brand) {
    Optional<SigningCredential> signing =
        keys.signing().stream()
            .filter(key -> is(key.certificate(), registrant.authority(), brand))
            .findFirst();
    Optional<OpeningCredential> opening =
        keys.opening().stream()
            .filter(key -> is(key.certificate(), registrant.authority(), brand))
            .findFirst();
    return signing.flatMap(signs -> opening.map(opens -> new CaCredentials(signs, opens)));
  }

  /** The brand these keys are of. */
  public BrandID brandID() {
    return new BrandID(signing.certificate().subject().organization());
  }

  /** The certificate to seal to. */
  CertThumb caeThumb() {
    return CertThumb.of(opening.certificate());
  }

  /**
   * Signs, with both certificates, their chains, all CRLs and the certificates of who signed those
   * along, but for what the peer has: who begins knows no authority, and the brand's list names the
   * CRLs of all of them.
   */
  Signatory signatory(Optional<Thumbs> held, Means means) {
    List<Certificate> more = new ArrayList<>(opening.chain());
    more.add(opening.certificate());
    means.trust().certificates().stream()
        .filter(known -> known.subject().organization().equals(brandID().name()))
        .forEach(more::add);
    return Signatory.of(signing)
        .enclosing(more)
        .enclosingCrls(means.trust().crls())
        .toPeerHolding(held.map(CaCredentials::octets).orElse(Set.of()));
  }

  /** The brand's list of CRLs in force, unless the peer has it. */
  Optional<BrandCrlIdentifier> brandCrlIdentifier(Optional<Thumbs> held, Means means) {
    return means.trust().brandCrls().stream()
        .filter(bci -> bci.brand().equals(brandID().name()))
        .filter(bci -> !has(held, bci))
        .findFirst();
  }

  private static boolean has(Optional<Thumbs> held, BrandCrlIdentifier bci) {
    Digest thumb = new Digest(bci.thumb());
    return held.filter(thumbs -> thumbs.brandCRLIdThumbs().contains(thumb)).isPresent();
  }

  private static Set<Der> octets(Thumbs thumbs) {
    Set<Der> all = new HashSet<>();
    thumbs.certThumbs().forEach(digest -> all.add(digest.octets()));
    thumbs.crlThumbs().forEach(digest -> all.add(digest.octets()));
    return all;
  }

  private static boolean is(Certificate certificate, CertificateType type, BrandID brand) {
    return certificate.types().contains(type)
        && certificate.subject().organization().equals(brand.name());
  }
}
