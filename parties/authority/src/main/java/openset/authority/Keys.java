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
  /** Makes the keys that are not there. */
  void make(List<Below.Role> roles) throws IOException {
    List<Below.Role> missing =
        roles.stream().filter(role -> !file.aliases().contains(role.alias())).toList();
    if (missing.isEmpty()) return;
    for (Below.Role role : missing) {
      if (role.role() == KeyRole.AGREE) {
        AgreementKeyPair pair = AgreementKeyPair.generate(suite.agreement(), randomness);
        file.put(role.alias(), pair, List.of());
      } else {
        SigningKeyPair pair = SigningKeyPair.generate(suite.signature(), randomness);
        file.put(role.alias(), pair, List.of());
      }
    }
    file.save();
  }

  /** The key that signs under {@code alias}, made where it is not there. */
  SigningKeyPair signing(String alias) throws IOException, KeyFile.Unusable {
    if (!file.aliases().contains(alias)) {
      file.put(alias, SigningKeyPair.generate(suite.signature(), randomness), List.of());
      file.save();
    }
    return file.signing(alias);
  }

  /** The public half of a key that is there. */
  byte[] publicKey(Below.Role role) throws KeyFile.Unusable {
    return role.role() == KeyRole.AGREE
        ? file.agreement(role.alias()).publicKey().spki()
        : file.signing(role.alias()).publicKey().spki();
  }

  /** Puts certificates to a key; the file is still to be saved. */
  void certified(Below.Role role, List<Certificate> chain) throws KeyFile.Unusable {
    if (role.role() == KeyRole.AGREE) {
      file.put(role.alias(), file.agreement(role.alias()), octets(chain));
    } else {
      file.put(role.alias(), file.signing(role.alias()), octets(chain));
    }
  }

  private static List<byte[]> octets(List<Certificate> chain) {
    return chain.stream().map(Certificate::der).map(Der::bytes).toList();
  }
}
