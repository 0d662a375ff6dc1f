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
  public static final Finding NOT_AGREED =
      new Finding(
          false, "the cardholder agreed; nobody signed this purchase", "持卡人同意；此交易无人签名");

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
   * @param en what it is, one line in English
   * @param zh the same in Chinese
   */
  public record Finding(boolean proved, String en, String zh) {
    /** Refuses more than a line. */
    public Finding {
      if ((en + zh).chars().anyMatch(Character::isISOControl)) {
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
    more.add(NOT_AGREED);
    return new EvidenceVerdict(Proposal.HOLDER, more);
  }
}
