package openset.issuer.decision;

import openset.iso8583.host.ResponseCode;

/**
 * A rule of spending that a purchase breaks.
 *
 * @param version of the set it stands in
 * @param rule the rule
 */
public record RuleBroken(int version, Rule rule) implements Objection {
  @Override
  public ResponseCode code() {
    return rule.outcome() == Rule.Outcome.REFER
        ? ResponseCode.REFER_TO_ISSUER
        : rule.condition().code();
  }

  @Override
  public String kept() {
    return words();
  }

  @Override
  public String words() {
    String what = rule.outcome() == Rule.Outcome.REFER ? "to be asked for: " : "not allowed: ";
    return what + rule.condition().words() + " (rule \"" + rule.name() + "\", version " + version
        + ")";
  }
}
