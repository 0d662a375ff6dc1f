package openset.pages.issuerdesk;

import openset.pages.Words;

/** The words of an issuer's back office. */
public final class IssuerWords {
  public static final Words LEAD = new Words("For the people of this bank.", "供本行员工使用。");
  public static final Words OVERVIEW = new Words("Overview", "概览");
  public static final Words CUSTOMERS = new Words("The customers' pages", "客户页面");

  private IssuerWords() {}
}
