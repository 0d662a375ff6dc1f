package openset.evidence.proposal;

import java.util.List;
import openset.evidence.verdict.EvidenceVerdict;
import openset.evidence.verdict.Finding;
import openset.evidence.verdict.Kind;
import openset.evidence.verdict.Words;

/**
 * What to do about a dispute (EVID-50).
 *
 * @param words why, for people
 * @param reasons the findings that led to it
 */
public record Proposal(Outcome outcome, Words words, List<Finding> reasons) {
  /** Copies the list. */
  public Proposal {
    reasons = List.copyOf(reasons);
  }

  /** What follows from {@code verdict} where that is contested. */
  public static Proposal of(EvidenceVerdict verdict, Contest contest) {
    List<Finding> fails = verdict.findings().stream().filter(Finding::fails).toList();
    boolean readable = verdict.facts().isPresent();
    for (Row row : Row.values()) {
      if (row.isOf(contest) && row.matches(verdict)) {
        List<Finding> reasons =
            row == Row.WRONG || !readable
                ? fails
                : verdict.findings().stream().filter(one -> row.rests(one.kind())).toList();
        return new Proposal(row.outcome(), row.words(), reasons);
      }
    }
    throw new IllegalStateException("no row for " + contest);
  }

  /** Whether it rests on a finding of this kind. */
  public boolean restsOn(Kind kind) {
    return reasons.stream().anyMatch(finding -> finding.kind() == kind);
  }
}
