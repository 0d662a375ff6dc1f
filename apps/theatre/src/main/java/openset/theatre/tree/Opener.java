package openset.theatre.tree;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import openset.asn1.Der;
import openset.crypto.SecretBytes;
import openset.crypto.Unauthentic;
import openset.pki.OpeningCredential;
import openset.pki.cms.AuthEnvelopedData;
import openset.pki.cms.Envelopes;
import openset.pki.cms.IssuerAndSerialNumber;
import openset.pki.cms.KekRecipientInfo;
import openset.pki.cms.KeyAgreeRecipientInfo;
import openset.pki.cms.SignedData;
import openset.pki.cms.UnknownAlgorithm;
import openset.theatre.cast.Lane;
import openset.theatre.cast.Member;

/**
 * Opens the envelopes of one purchase with everybody's keys, message by message in their order. An
 * envelope that is handed on keeps the readers it had where it was made; a key that was found in an
 * envelope opens what is sealed under it for those who could read it there.
 */
final class Opener {
  private final List<Member> cast;
  private final Map<Der, Opened> seen = new HashMap<>();
  private final List<Shared> shared = new ArrayList<>();
  private final Set<IssuerAndSerialNumber> certificates = new HashSet<>();
  private final Set<IssuerAndSerialNumber> signers = new HashSet<>();

  Opener(List<Member> cast) {
    this.cast = List.copyOf(cast);
  }

  private record Shared(SecretBytes key, Set<Lane> holders) {}

  /**
   * What is known of an envelope.
   *
   * @param readers who could read it
   * @param recipient whom it is sealed to, where a certificate of the cast is named
   * @param octets what is in it, if a key was there
   */
  record Opened(Set<Lane> readers, Optional<Lane> recipient, Optional<byte[]> octets) {
    static Opened shut(Lane maker) {
      return new Opened(EnumSet.of(maker), Optional.empty(), Optional.empty());
    }
  }

  /** A key was found where these could read it. */
  void found(SecretBytes key, Set<Lane> holders) {
    shared.add(new Shared(key, holders));
  }

  /** These certificates came with signed content, and these certificates' keys signed it. */
  void saw(SignedData signed) {
    for (Der certificate : signed.certificates()) {
      certificates.add(IssuerAndSerialNumber.of(certificate));
    }
    signed.signers().forEach(signer -> signers.add(signer.sid()));
  }

  /** The names of all certificates that came so far. */
  Set<IssuerAndSerialNumber> certificates() {
    return Set.copyOf(certificates);
  }

  /** The certificates whose keys signed something so far. */
  Set<IssuerAndSerialNumber> signers() {
    return Set.copyOf(signers);
  }

  /** Opens an envelope that {@code maker} made, unless somebody else did before. */
  Opened open(AuthEnvelopedData sealed, Der der, Lane maker) {
    Opened before = seen.get(der);
    if (before != null && before.octets().isPresent()) return before;
    Opened now =
        switch (sealed.recipient()) {
          case KeyAgreeRecipientInfo info -> agreed(sealed, info.recipient().rid(), maker);
          case KekRecipientInfo _ -> under(sealed, maker);
        };
    seen.put(der, now);
    return now;
  }

  private Opened agreed(AuthEnvelopedData sealed, IssuerAndSerialNumber rid, Lane maker) {
    for (Member member : cast) {
      for (OpeningCredential credential : member.keys().get()) {
        if (!rid.equals(IssuerAndSerialNumber.of(credential.certificate()))) continue;
        Optional<byte[]> octets =
            octets(() -> Envelopes.open(sealed, credential.agreement(), rid));
        return new Opened(
            EnumSet.of(maker, member.lane()), Optional.of(member.lane()), octets);
      }
    }
    return Opened.shut(maker);
  }

  private Opened under(AuthEnvelopedData sealed, Lane maker) {
    for (Shared key : shared) {
      Optional<byte[]> octets = octets(() -> Envelopes.openUnder(sealed, key.key()));
      if (octets.isEmpty()) continue;
      Set<Lane> readers = EnumSet.of(maker);
      readers.addAll(key.holders());
      return new Opened(readers, Optional.empty(), octets);
    }
    return Opened.shut(maker);
  }

  private static Optional<byte[]> octets(Opening opening) {
    try {
      return Optional.of(opening.octets());
    } catch (Unauthentic | UnknownAlgorithm e) {
      return Optional.empty();
    }
  }

  private interface Opening {
    byte[] octets() throws Unauthentic, UnknownAlgorithm;
  }
}
