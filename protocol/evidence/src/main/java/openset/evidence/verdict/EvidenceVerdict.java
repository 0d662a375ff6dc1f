package openset.evidence.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that is to be thought of a bundle.
 *
 * @param findings one for each claim, in the order in which a person asks
 * @param facts what is proved; empty where the file is no bundle or rests on another root
 */
public record EvidenceVerdict(List<Finding> findings, Optional<Facts> facts) {
  /** Copies the list. */
  public EvidenceVerdict {
    findings = List.copyOf(findings);
  }

  /** Whether all that the bundle claims is proved. */
  public boolean holds() {
    return findings.stream().noneMatch(Finding::fails);
  }

  /** The findings of a kind. */
  public List<Finding> of(Kind kind) {
    return findings.stream().filter(finding -> finding.kind() == kind).toList();
  }

  /** Whether something of this kind is proved and nothing of it fails. */
  public boolean proves(Kind kind) {
    List<Finding> all = of(kind);
    return all.stream().anyMatch(finding -> finding.status() == Status.PROVED)
        && all.stream().noneMatch(Finding::fails);
  }

  /** The same with one more finding. */
  public EvidenceVerdict with(Finding more) {
    List<Finding> all = new ArrayList<>(findings);
    all.add(more);
    return new EvidenceVerdict(all, facts);
  }
}
