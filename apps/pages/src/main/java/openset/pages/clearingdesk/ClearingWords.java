package openset.pages.clearingdesk;

import openset.pages.Words;

/** The words of a clearing house's back office. */
public final class ClearingWords {
  public static final Words LEAD =
      new Words("For the people of this clearing house.", "供本清算所员工使用。");
  public static final Words OVERVIEW = new Words("Overview", "概览");

  private ClearingWords() {}
}
