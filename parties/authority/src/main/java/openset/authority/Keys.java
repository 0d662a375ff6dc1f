package openset.authority;

import java.io.IOException;
import java.util.List;
import openset.asn1.Der;
import openset.crypto.AgreementKeyPair;
import openset.crypto.KeyFile;
import openset.crypto.Randomness;
import openset.crypto.SigningKeyPair;
import openset.crypto.Suite;
import openset.pki.Certificate;
import openset.pki.issue.KeyRole;

/** The keys in one key file: each is made once, and saved before anything is signed with it. */
record Keys(KeyFile file, Suite suite, Randomness randomness) {
  SigningKeyPair signing(String alias) throws IOException, KeyFile.Unusable {
    if (!file.aliases().contains(alias)) {
      file.put(alias, SigningKeyPair.generate(suite.signature(), randomness), List.of());
      file.save();
    }
    return file.signing(alias);
  }

  private AgreementKeyPair agreement(String alias) throws IOException, KeyFile.Unusable {
    if (!file.aliases().contains(alias)) {
      file.put(alias, AgreementKeyPair.generate(suite.agreement(), randomness), List.of());
      file.save();
    }
    return file.agreement(alias);
  }

  /** The public half of a key, made where it is not there. */
  byte[] made(Below.Role role) throws IOException, KeyFile.Unusable {
    return role.role() == KeyRole.AGREE
        ? agreement(role.alias()).publicKey().spki()
        : signing(role.alias()).publicKey().spki();
  }

  /** Puts certificates to a key. */
  void certified(Below.Role role, List<Certificate> chain) throws IOException, KeyFile.Unusable {
    if (role.role() == KeyRole.AGREE) {
      file.put(role.alias(), agreement(role.alias()), octets(chain));
      file.save();
    } else {
      certified(role.alias(), signing(role.alias()), chain);
    }
  }

  void certified(String alias, SigningKeyPair pair, List<Certificate> chain) throws IOException {
    file.put(alias, pair, octets(chain));
    file.save();
  }

  private static List<byte[]> octets(List<Certificate> chain) {
    return chain.stream().map(Certificate::der).map(Der::bytes).toList();
  }
}
