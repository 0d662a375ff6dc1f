package openset.conduct.enrolment;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import openset.asn1.Der;
import openset.crypto.AgreementKeyPair;
import openset.crypto.DigestAlgorithm;
import openset.crypto.KeyFile;
import openset.crypto.Randomness;
import openset.crypto.SigningKeyPair;
import openset.crypto.Suite;
import openset.pki.Certificate;
import openset.pki.OpeningCredential;
import openset.pki.SigningCredential;
import openset.set.data.BrandID;
import openset.set.treatment.endentity.NewKeys;
import openset.store.ConversationKey;

/**
 * Where a party's two keys of a brand lie: {@code aurora.sign} and {@code aurora.agree} for brand
 * Aurora. They are saved before anybody hears of them.
 *
 * @param file the party's own; for one thread
 * @param stem of the two aliases
 * @param suite of new keys
 */
public record EnrolledKeys(KeyFile file, String stem, Suite suite) {
  /** The keys of {@code brand} in {@code file}. */
  public static EnrolledKeys of(KeyFile file, BrandID brand, Suite suite) {
    String stem = brand.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    return new EnrolledKeys(file, stem, suite);
  }

  private String sign() {
    return stem + ".sign";
  }

  private String agree() {
    return stem + ".agree";
  }

  /** The credentials, where both keys are certified and their certificates in force. */
  Optional<Outcome.Enrolled> credentials(Instant now) throws KeyFile.Unusable {
    return held().filter(enrolled -> !ended(enrolled, now));
  }

  private static boolean ended(Outcome.Enrolled enrolled, Instant now) {
    return enrolled.signing().certificate().notAfter().isBefore(now)
        || enrolled.opening().certificate().notAfter().isBefore(now);
  }

  /** The credentials, where both keys are certified, in force or not. */
  public Optional<Outcome.Enrolled> held() throws KeyFile.Unusable {
    List<Certificate> signing = chain(sign());
    List<Certificate> opening = chain(agree());
    if (signing.isEmpty() || opening.isEmpty()) return Optional.empty();
    return Optional.of(
        new Outcome.Enrolled(
            new SigningCredential(
                file.signing(sign()).signer(), signing.getFirst(), above(signing)),
            new OpeningCredential(
                file.agreement(agree()).agreement(), opening.getFirst(), above(opening))));
  }

  /** Keys that were never certified: those that are there, or new ones. */
  NewKeys fresh(Randomness randomness) throws IOException, KeyFile.Unusable {
    boolean made = file.aliases().contains(sign()) && file.aliases().contains(agree());
    if (!made || !chain(sign()).isEmpty() || !chain(agree()).isEmpty()) {
      file.put(sign(), SigningKeyPair.generate(suite.signature(), randomness), List.of());
      file.put(agree(), AgreementKeyPair.generate(suite.agreement(), randomness), List.of());
      file.save();
    }
    SigningKeyPair signing = file.signing(sign());
    return new NewKeys(
        signing.signer(),
        signing.publicKey(),
        Optional.of(file.agreement(agree()).publicKey()));
  }

  /** The conversation about {@code keys}: found again after a restart by the keys alone. */
  static ConversationKey conversation(NewKeys keys) {
    return ConversationKey.of(DigestAlgorithm.SHA256.digest(keys.signature().spki()));
  }

  /** Puts the certificates to the keys: both or none. */
  void certified(Enrolling.Certified certified) throws IOException, KeyFile.Unusable {
    file.put(sign(), file.signing(sign()), octets(certified.signing()));
    file.put(agree(), file.agreement(agree()), octets(certified.opening()));
    file.save();
  }

  /** Forgets keys that will not be certified. */
  void forget() throws IOException {
    file.remove(sign());
    file.remove(agree());
    file.save();
  }

  private List<Certificate> chain(String alias) {
    return file.aliases().contains(alias)
        ? file.chain(alias).stream().map(Certificate::of).toList()
        : List.of();
  }

  private static List<Certificate> above(List<Certificate> chain) {
    return chain.subList(1, chain.size());
  }

  private static List<byte[]> octets(List<Certificate> chain) {
    return chain.stream().map(Certificate::der).map(Der::bytes).toList();
  }
}
