package openset.set.treatment.endentity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import openset.asn1.Der;
import openset.pki.Certificate;
import openset.pki.KeyUse;
import openset.pki.MerchantData;
import openset.pki.Required;
import openset.pki.Trust;
import openset.pki.TrustedCertificate;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.BIN;
import openset.set.data.CertThumb;
import openset.set.data.Nonce;
import openset.set.data.card.PANSecret;
import openset.set.data.registration.CertResData;
import openset.set.data.registration.IDData;
import openset.set.operator.Verified;
import openset.set.treatment.Means;

/** What an end entity checks of the certificates it was issued: a CA may err or be deceived. */
final class Issued {
  private static final Nonce ZEROS = Nonce.of(new byte[Nonce.OCTETS]);

  private final Verified<CertResData> signed;
  private final CreateCertReq.Asked asked;
  private final List<Certificate> enclosed;
  private final Trust trust;
  private final Means means;

  private Issued(
      Verified<CertResData> signed, CreateCertReq.Asked asked, Trust trust, Means means)
      throws Refused {
    this.signed = signed;
    this.asked = asked;
    this.means = means;
    this.enclosed = signed.enclosedCertificates();
    this.trust = trust;
  }

  /**
   * The certificates of {@code signed}, each proved to be ours.
   *
   * @param trust with what came along
   */
  static ProcessCertRes.Outcome.Certified certified(
      Verified<CertResData> signed, CreateCertReq.Asked asked, Trust trust, Means means)
      throws Refused {
    Issued issued = new Issued(signed, asked, trust, means);
    TrustedCertificate signature =
        issued.of(asked.publicKeySorE().publicKeyS().orElseThrow(), KeyUse.SIGN);
    Optional<TrustedCertificate> keyExchange = Optional.empty();
    if (asked.publicKeySorE().publicKeyE().isPresent()) {
      Der key = asked.publicKeySorE().publicKeyE().get();
      keyExchange = Optional.of(issued.of(key, KeyUse.AGREE));
    }
    issued.nothingElse(keyExchange.isPresent() ? 2 : 1);
    Optional<PANSecret> secret = issued.panSecret(signature);
    if (asked.idData().isPresent()) {
      issued.identified(signature, asked.idData().get());
      if (keyExchange.isPresent()) issued.identified(keyExchange.get(), asked.idData().get());
    }
    return new ProcessCertRes.Outcome.Certified(
        signature, keyExchange, secret, signed.value().certStatus().caMsg());
  }

  private List<CertThumb> thumbs() {
    return signed.value().certThumbs().orElse(List.of());
  }

  private TrustedCertificate of(Der key, KeyUse use) throws Refused {
    // CertRes-E-07: each certificate that is named came along; there is one for each key asked.
    List<Certificate> named = new ArrayList<>();
    for (CertThumb thumb : thumbs()) {
      named.add(KnownAuthority.named(enclosed, thumb, "CertRes-E-07"));
    }
    Certificate certificate =
        named.stream()
            .filter(one -> one.spki().equals(key))
            .findFirst()
            .orElseThrow(() -> new Refused(ErrorCode.invalidCertificate, "CertRes-E-07"));
    // CertRes-E-08: it is proved, for who we are, our brand and that use, under CRLs that the
    // brand's list names, and was issued by the authority that answers.
    Required required =
        Required.of(
            asked.authority().registrant().type(), use, asked.authority().brandID().name());
    TrustedCertificate proved =
        KnownAuthority.prove(trust, certificate, enclosed, required, means.now());
    if (!certificate.issuer().equals(signed.signer().certificate().subject())) {
      throw new Refused(ErrorCode.invalidCertificate, "CertRes-E-08");
    }
    return proved;
  }

  private void nothingElse(int certificates) throws Refused {
    if (thumbs().size() != certificates) {
      throw new Refused(ErrorCode.invalidCertificate, "CertRes-E-07");
    }
  }

  /** CertRes-E-09: NonceCCA is not of zeros, and the common name hides our account with it. */
  private Optional<PANSecret> panSecret(TrustedCertificate signature) throws Refused {
    if (asked.card().isEmpty()) return Optional.empty();
    CardAsked card = asked.card().get();
    Nonce nonceCCA = signed.value().certStatus().nonceCCA().orElseThrow();
    if (nonceCCA.equals(ZEROS)) throw new Refused(ErrorCode.unspecifiedFailure, "CertRes-E-09");
    PANSecret secret =
        PANSecret.derive(card.cardSecret(), nonceCCA, card.pan(), card.cardExpiry());
    String account = secret.cardholderId(card.pan(), card.cardExpiry());
    if (!signature.certificate().subject().commonName().equals(Optional.of(account))) {
      throw new Refused(ErrorCode.invalidCertificate, "CertRes-E-09");
    }
    return Optional.of(secret);
  }

  /** CertRes-E-10: it is for the merchant or the acquirer that we said we are. */
  private void identified(TrustedCertificate proved, IDData idData) throws Refused {
    boolean ours =
        switch (idData) {
          case IDData.Merchant merchant ->
              proved
                  .merchantData()
                  .filter(data -> isOf(data, merchant))
                  .isPresent();
          case IDData.Acquirer acquirer -> gateway(proved, acquirer.id().acquirerBIN());
        };
    if (!ours) throw new Refused(ErrorCode.invalidCertificate, "CertRes-E-10");
  }

  private static boolean isOf(MerchantData data, IDData.Merchant merchant) {
    return data.id().equals(merchant.id().merchantID().id())
        && data.acquirerBin().equals(merchant.id().merchantBIN().digits());
  }

  private static boolean gateway(TrustedCertificate proved, BIN acquirer) {
    return proved
        .certificate()
        .subject()
        .commonName()
        .filter(name -> name.startsWith(acquirer.digits() + ":"))
        .isPresent();
  }
}
