package openset.pages.gatewaydesk;

import openset.pages.Words;

/** The words of a gateway's back office. */
public final class GatewayWords {
  public static final Words LEAD =
      new Words("For the people who run this gateway.", "供本网关的运维人员使用。");
  public static final Words OVERVIEW = new Words("Overview", "概览");

  private GatewayWords() {}
}
