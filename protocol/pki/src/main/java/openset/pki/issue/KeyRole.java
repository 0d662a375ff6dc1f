package openset.pki.issue;

import java.util.Set;
import openset.pki.KeyUse;

/** What the key to be certified is for: one use a key (CERT-12). */
public enum KeyRole {
  /** An authority's key for certificates and the CRL that lists them. */
  ISSUE(KeyUse.CERT_SIGN, KeyUse.CRL_SIGN),
  /** Signs messages. */
  SIGN(KeyUse.SIGN),
  /** Opens envelopes. */
  AGREE(KeyUse.AGREE);

  private final Set<KeyUse> uses;

  KeyRole(KeyUse... uses) {
    this.uses = Set.of(uses);
  }

  /** The keyUsage bits. */
  public Set<KeyUse> uses() {
    return uses;
  }
}
