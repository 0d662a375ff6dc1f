package openset.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import openset.evidence.verdict.Cause;
import openset.evidence.verdict.EvidenceVerdict;
import openset.evidence.verdict.Finding;
import openset.evidence.verdict.Kind;
import openset.evidence.verdict.Verify;

/** Judges bundles by the root of the market in which was bought. */
record Judge(Bought bought) {
  EvidenceVerdict verify(EvidenceBundle bundle) {
    return Verify.verify(
        bundle.der(), bought.market.root.certificate(), bought.end());
  }

  void fails(EvidenceBundle bundle, Kind kind, Cause cause) {
    EvidenceVerdict verdict = verify(bundle);
    assertThat(verdict.holds()).isFalse();
    assertThat(verdict.of(kind))
        .as("%s", verdict.findings().stream().filter(Finding::fails).toList())
        .anyMatch(finding -> finding.fails() && finding.cause() == cause);
  }

  /** And nothing else is blamed. */
  void failsAlone(EvidenceBundle bundle, Kind kind, Cause cause) {
    fails(bundle, kind, cause);
    assertThat(verify(bundle).findings()).filteredOn(Finding::fails)
        .allMatch(finding -> finding.kind() == kind);
  }
}
