package openset.http.acquirer;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import openset.acquirer.office.Office;
import openset.acquirer.store.Dispute;
import openset.http.HttpRefused;

/** Disputes with their steps, and files of evidence in base64. */
final class Histories {
  /** Octets of a piece: base64 makes 64,000 characters of them. */
  private static final int PIECE = 48_000;

  private Histories() {}

  /** A dispute; one of another merchant looks like none. */
  static OfficeJson.History of(Office office, Dispute.Name name, Optional<String> merchant)
      throws HttpRefused {
    Dispute dispute =
        office
            .dispute(name)
            .filter(each -> merchant.map(each.about().merchant()::equals).orElse(true))
            .orElseThrow(HttpRefused::notFound);
    return new OfficeJson.History(
        OfficeJson.Chargeback.of(dispute),
        office.steps(name).stream().map(OfficeJson.Step::of).toList(),
        office.evidence(name).stream().map(each -> each.digest().hex()).toList());
  }

  /** A file in base64, in pieces. */
  static List<String> pieces(byte[] octets) {
    List<String> pieces = new ArrayList<>();
    for (int at = 0; at < octets.length; at += PIECE) {
      byte[] piece = Arrays.copyOfRange(octets, at, Math.min(at + PIECE, octets.length));
      pieces.add(Base64.getEncoder().encodeToString(piece));
    }
    return List.copyOf(pieces);
  }

  /** The file of pieces in base64. */
  static byte[] file(List<String> pieces) throws HttpRefused {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try {
      for (String piece : pieces) file.writeBytes(Base64.getDecoder().decode(piece));
    } catch (IllegalArgumentException e) {
      throw Asked.refused("evidence");
    }
    if (file.size() == 0) throw Asked.refused("evidence");
    return file.toByteArray();
  }
}
