package openset.gateway.operation;

import java.util.List;

/** The links to the acquirers, as the gateway's people see and steer them. */
public interface Lines {
  /** How each stands now. */
  List<LinkNow> now();

  /**
   * Does something with one that fits how it stands; true when the acquirer agreed in time.
   *
   * @param institution code of the acquirer, one of {@link #now}
   */
  boolean act(String institution, LinkAct act);
}
