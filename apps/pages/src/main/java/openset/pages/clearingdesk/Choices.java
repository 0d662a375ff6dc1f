package openset.pages.clearingdesk;

import java.util.List;
import java.util.Set;
import openset.pages.Words;
import openset.pages.desk.Filter;
import openset.pages.desk.Filter.Option;

/** What may be chosen above the listings of the house. */
final class Choices {
  private Choices() {}

  /** One of the member banks. */
  static Filter bank(Set<String> members) {
    List<Option> options =
        members.stream().sorted().map(each -> new Option(each, Words.same(each))).toList();
    return Filter.choice("bank", ClearingWords.BANK, options);
  }

  /** A cycle by its name. */
  static Filter cycle() {
    return Filter.text("cycle", ClearingWords.CYCLE);
  }
}
