package openset.pages.office;

import java.util.Map;
import java.util.Optional;
import openset.pages.Words;
import openset.pages.office.View.Notice;
import openset.signin.PeopleRefused;

/** What a form says on the page that it leads to: known words, by a name in the query. */
final class Notices {
  private static final Map<String, Notice> KNOWN =
      Map.ofEntries(
          good("shipped", OrderDeskWords.DONE_SHIPPED),
          said("shipped-only", "warn", OrderDeskWords.DONE_SHIPPED_ONLY),
          said("refunded", "good", OrderDeskWords.DONE_REFUNDED),
          said("taken-back", "good", OrderDeskWords.DONE_TAKEN_BACK),
          said("said-no", "warn", OrderDeskWords.SAID_NO),
          said("refund-bad", "bad", OrderDeskWords.REFUND_BAD),
          good("claimed", OrderDeskWords.DONE_CLAIMED),
          good("voided", OrderDeskWords.DONE_VOIDED),
          said("not-now", "bad", OrderDeskWords.NOT_NOW),
          said("tick", "warn", OrderDeskWords.TICK),
          good("batch-done", BatchWords.DONE),
          said("batch-not-now", "warn", BatchWords.NOT_NOW),
          said("batch-not-opened", "bad", BatchWords.NOT_OPENED),
          said("hook-bad", "bad", SettingsWords.HOOK_BAD),
          good("signed-out", OfficeWords.SIGNED_OUT),
          good("password", SettingsWords.CHANGED_PASSWORD),
          said("wrong", "bad", OfficeWords.WRONG),
          said("expired", "warn", OfficeWords.EXPIRED));

  private Notices() {}

  private static Map.Entry<String, Notice> good(String name, Words words) {
    return said(name, "good", words);
  }

  private static Map.Entry<String, Notice> said(String name, String state, Words words) {
    return Map.entry(name, new Notice(state, words));
  }

  static Optional<Notice> of(Optional<String> name) {
    if (name.isEmpty()) return Optional.empty();
    for (PeopleRefused.Reason reason : PeopleRefused.Reason.values()) {
      if (reason.name().equals(name.get())) {
        return Optional.of(new Notice("bad", SettingsWords.of(reason)));
      }
    }
    return Optional.ofNullable(KNOWN.get(name.get()));
  }
}
