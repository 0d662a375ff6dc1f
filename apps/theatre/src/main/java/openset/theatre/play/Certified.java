package openset.theatre.play;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import openset.asn1.Asn1Exception;
import openset.pki.cms.IssuerAndSerialNumber;
import openset.theatre.cast.Member;
import openset.theatre.store.Journals;
import openset.theatre.tree.Script;

/**
 * In which registration a certificate was given: found in the authority's journal by opening the
 * answers in it, as far as it was read.
 */
final class Certified {
  private static final int AT_ONCE = 200;

  private final Supplier<List<Member>> members;
  private final Map<IssuerAndSerialNumber, byte[]> registrations = new ConcurrentHashMap<>();
  private long read;

  Certified(Supplier<List<Member>> members) {
    this.members = members;
  }

  /** The conversation with {@code authority} in which one of these certificates was given. */
  synchronized Optional<byte[]> conversation(
      Member authority, Set<IssuerAndSerialNumber> holders) {
    Optional<byte[]> known = known(holders);
    while (known.isEmpty()) {
      Journals.Found found = Journals.sent(authority.database(), "CertRes", read, AT_ONCE);
      if (found.conversations().isEmpty()) break;
      for (byte[] conversation : found.conversations()) read(authority, conversation);
      read = found.newest();
      known = known(holders);
    }
    return known;
  }

  private Optional<byte[]> known(Set<IssuerAndSerialNumber> holders) {
    return holders.stream()
        .map(registrations::get)
        .filter(conversation -> conversation != null)
        .findFirst();
  }

  private void read(Member authority, byte[] conversation) {
    Acts acts = new Acts(members.get());
    acts.journal(authority, Journals.of(authority.database(), conversation));
    Script script = new Script(members.get());
    for (Act act : acts.inOrder()) {
      try {
        script.message(act.octets(), act.from().lane(), act.to().lane());
      } catch (Asn1Exception e) {
        continue;
      }
    }
    // Those of authorities come with every answer; nobody asks for them.
    script.certificates().forEach(name -> registrations.putIfAbsent(name, conversation));
  }
}
