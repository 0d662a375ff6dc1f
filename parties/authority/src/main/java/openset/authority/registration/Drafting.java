package openset.authority.registration;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import openset.asn1.Der;
import openset.authority.bank.BankAnswer;
import openset.authority.registration.Banks.Bank;
import openset.authority.world.CertificationAuthority;
import openset.pki.Certificate;
import openset.pki.issue.CardholderProfile;
import openset.pki.issue.CertificateProfile;
import openset.pki.issue.GatewayProfile;
import openset.pki.issue.Issuance;
import openset.pki.issue.KeyRole;
import openset.pki.issue.LintRefusal;
import openset.pki.issue.MerchantProfile;
import openset.set.data.registration.PublicKeySorE;
import openset.set.treatment.Means;
import openset.set.treatment.authority.Blinding;

/**
 * Drafts certificates: all but the key is the authority's word and the bank's (CERT-31, R05).
 *
 * @param issuer the authority that will sign
 * @param bank who confirmed
 */
record Drafting(CertificationAuthority issuer, Bank bank, Rules rules, Means means) {
  /** A cardholder's; it ends with the card, and says where the key signs if it is a passkey. */
  DraftCertificate card(
      PublicKeySorE keys,
      BankAnswer.Accepted accepted,
      Blinding blinding,
      Optional<String> passkeyOrigin)
      throws LintRefusal {
    CertificateProfile profile =
        new CardholderProfile(
            accepted.country(),
            issuer.brand(),
            bank.name(),
            blinding.cardholderId(),
            Optional.of(accepted.holderName()),
            passkeyOrigin);
    Instant end = accepted.cardExpiry().end().minusSeconds(1);
    return draft(profile, keys.publicKeyS().orElseThrow(), end);
  }

  /** A merchant's, one for each key. */
  List<DraftCertificate> merchant(PublicKeySorE keys, Subject.Merchant merchant)
      throws LintRefusal {
    List<DraftCertificate> drafts = new ArrayList<>();
    for (Wanted wanted : wanted(keys)) {
      CertificateProfile profile =
          new MerchantProfile(
              wanted.role(),
              bank.country(),
              issuer.brand(),
              bank.name(),
              merchant.data(),
              merchant.origin());
      drafts.add(draft(profile, wanted.key(), Instant.MAX));
    }
    return drafts;
  }

  /** A gateway's, one for each key. */
  List<DraftCertificate> gateway(PublicKeySorE keys, Subject.Gateway gateway)
      throws LintRefusal {
    List<DraftCertificate> drafts = new ArrayList<>();
    for (Wanted wanted : wanted(keys)) {
      CertificateProfile profile =
          new GatewayProfile(
              wanted.role(),
              bank.country(),
              issuer.brand(),
              bank.name(),
              gateway.bin().digits(),
              Integer.parseInt(gateway.institution()),
              rules.gateway(issuer.brand()));
      drafts.add(draft(profile, wanted.key(), Instant.MAX));
    }
    return drafts;
  }

  private record Wanted(KeyRole role, Der key) {}

  private static List<Wanted> wanted(PublicKeySorE keys) {
    List<Wanted> wanted = new ArrayList<>();
    keys.publicKeyS().ifPresent(key -> wanted.add(new Wanted(KeyRole.SIGN, key)));
    keys.publicKeyE().ifPresent(key -> wanted.add(new Wanted(KeyRole.AGREE, key)));
    return wanted;
  }

  private DraftCertificate draft(CertificateProfile profile, Der key, Instant latest)
      throws LintRefusal {
    Certificate authority = issuer.certificate();
    Instant now = means.now().truncatedTo(ChronoUnit.SECONDS);
    Issuance issuance =
        Issuance.under(authority, key.bytes(), now, now.plus(rules.life()), means.randomness())
            .notBeyond(authority.notAfter())
            .notBeyond(latest);
    Der toBeSigned = profile.draft(issuance).lint().toBeSigned();
    return new DraftCertificate(
        authority.spki(),
        Der.of(issuance.serialNumber().toByteArray()),
        key,
        issuance.notAfter(),
        toBeSigned);
  }
}
