package openset.issuer.dispute;

import java.util.ArrayList;
import java.util.List;

/**
 * What a bundle of evidence proves, in plain words, and what follows for a dispute. A person
 * decides; this only proposes.
 *
 * @param proposal in whose favour it speaks
 * @param findings each thing that is proved, or not
 */
public record EvidenceVerdict(Proposal proposal, List<Finding> findings) {
  /** What is not proved of a purchase that nobody signed. */
  public static final String NOT_AGREED =
      "not proved that the cardholder agreed: nobody signed this purchase";

  /** In whose favour evidence speaks. */
  public enum Proposal {
    HOLDER,
    MERCHANT,
    UNDECIDED
  }

  /**
   * One thing that was looked at.
   *
   * @param proved whether it is proved
   * @param words what it is, one line
   */
  public record Finding(boolean proved, String words) {
    /** Refuses more than a line. */
    public Finding {
      if (words.chars().anyMatch(Character::isISOControl)) {
        throw new IllegalArgumentException("a finding is one line");
      }
    }
  }

  public EvidenceVerdict {
    findings = List.copyOf(findings);
  }

  /** HL-98: the same about a purchase that nobody signed, of which its holder knows nothing. */
  public EvidenceVerdict ofNobody() {
    List<Finding> more = new ArrayList<>(findings);
    more.add(new Finding(false, NOT_AGREED));
    return new EvidenceVerdict(Proposal.HOLDER, more);
  }
}
