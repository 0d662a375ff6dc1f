package openset.pages.acquirerdesk;

import openset.pages.Words;

/** The words of an acquirer's back office. */
public final class AcquirerWords {
  public static final Words LEAD = new Words("For the people of this bank.", "供本行员工使用。");
  public static final Words OVERVIEW = new Words("Overview", "概览");

  private AcquirerWords() {}
}
