package openset.issuer.dispute;

import java.util.List;

/** Says what a bundle of evidence proves. The bank never reads an order itself. */
@FunctionalInterface
public interface EvidenceVerifier {
  /** Reads nothing, and says so. */
  EvidenceVerifier NOBODY =
      (bundle, dispute) ->
          new EvidenceVerdict(
              EvidenceVerdict.Proposal.UNDECIDED,
              List.of(
                  new EvidenceVerdict.Finding(
                      false, "Nobody here can read evidence.", "本行无人能读取证据。")));

  /**
   * The verdict on a bundle; one that is none proves nothing.
   *
   * @param bundle as it was handed in
   * @param dispute what it is to speak to
   */
  EvidenceVerdict verdict(byte[] bundle, Dispute dispute);
}
