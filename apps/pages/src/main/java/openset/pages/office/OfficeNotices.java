package openset.pages.office;

import java.util.Map;
import openset.pages.desk.View.Notice;

/** What the forms of a merchant's office say on the page that they lead to. */
final class OfficeNotices {
  static final Map<String, Notice> ALL =
      Map.ofEntries(
          Map.entry("shipped", Notice.good(OrderDeskWords.DONE_SHIPPED)),
          Map.entry("shipped-only", Notice.warn(OrderDeskWords.DONE_SHIPPED_ONLY)),
          Map.entry("refunded", Notice.good(OrderDeskWords.DONE_REFUNDED)),
          Map.entry("taken-back", Notice.good(OrderDeskWords.DONE_TAKEN_BACK)),
          Map.entry("said-no", Notice.warn(OrderDeskWords.SAID_NO)),
          Map.entry("refund-bad", Notice.bad(OrderDeskWords.REFUND_BAD)),
          Map.entry("payment-made", Notice.good(PlanDeskWords.ASKED)),
          Map.entry("payment-not", Notice.warn(PlanDeskWords.NOT_GIVEN)),
          Map.entry("payment-waits", Notice.warn(PlanDeskWords.WAITS)),
          Map.entry("plan-ended", Notice.good(PlanDeskWords.ENDED)),
          Map.entry("claimed", Notice.good(OrderDeskWords.DONE_CLAIMED)),
          Map.entry("reduced", Notice.good(OrderDeskWords.DONE_REDUCED)),
          Map.entry("reduce-bad", Notice.bad(OrderDeskWords.REDUCE_BAD)),
          Map.entry("voided", Notice.good(OrderDeskWords.DONE_VOIDED)),
          Map.entry("not-now", Notice.bad(OrderDeskWords.NOT_NOW)),
          Map.entry("tick-line", Notice.warn(OrderDeskWords.TICK)),
          Map.entry("batch-done", Notice.good(BatchWords.DONE)),
          Map.entry("batch-not-now", Notice.warn(BatchWords.NOT_NOW)),
          Map.entry("batch-not-opened", Notice.bad(BatchWords.NOT_OPENED)),
          Map.entry("hook-bad", Notice.bad(SettingsWords.HOOK_BAD)));

  private OfficeNotices() {}
}
