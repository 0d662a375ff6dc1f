package openset.issuer.desk;

import java.util.List;
import openset.issuer.dispute.Dispute;
import openset.issuer.dispute.DisputeStep;
import openset.issuer.dispute.Evidence;

/**
 * A dispute with all that is known of it.
 *
 * @param dispute as it stands
 * @param steps how it came there, the oldest first
 * @param evidence what is attached, the oldest first
 */
public record DisputeView(Dispute dispute, List<DisputeStep> steps, List<Evidence> evidence) {
  public DisputeView {
    steps = List.copyOf(steps);
    evidence = List.copyOf(evidence);
  }
}
