package openset.pages;

import java.util.function.Function;
import openset.merchant.plan.PlanTerms;
import openset.merchant.plan.Schedule;

/** The words for what is not paid at once: of something on the shelves, and of an order. */
public final class PlanWords {
  public static final Words PLAN = new Words("Paid by a plan", "按计划付款");
  public static final Words SIGNED_ONCE =
      new Words(
          "You sign the plan once, in your wallet; the gateway lets no other payment pass.",
          "您在钱包中签署一次该计划，网关不会放行计划之外的付款。");
  public static final Words ALONE = new Words("This is ordered by itself", "此商品须单独下单");
  public static final Words ALONE_MORE =
      new Words(
          "What is paid by a plan is ordered by itself. Order or empty your cart first.",
          "按计划付款的商品须单独下单。请先结算或清空购物车。");

  private PlanWords() {}

  /** How something is paid. */
  public static Words of(PlanTerms terms) {
    return switch (terms) {
      case PlanTerms.Instalments(int count, int days) ->
          new Words(
              "In " + count + " instalments, one every " + days + " days",
              "分 " + count + " 期付款，每 " + days + " 天一期");
      case PlanTerms.Subscription(int days, int length) ->
          new Words(
              "This price every " + days + " days, for " + length + " days",
              "每 " + days + " 天按此价格付款一次，共 " + length + " 天");
    };
  }

  /** How an order is paid, with what is paid first. */
  public static Words of(Schedule schedule) {
    int days = schedule.days();
    return schedule
        .count()
        .map(
            count ->
                said(
                    language -> Figures.money(schedule.first(), language),
                    now -> count + " instalments, one every " + days + " days: " + now + " now",
                    now -> "分 " + count + " 期，每 " + days + " 天一期；本次付 " + now))
        .orElseGet(
            () ->
                said(
                    language -> Figures.day(schedule.until().orElseThrow(), language),
                    day -> "The total every " + days + " days, until " + day,
                    day -> "每 " + days + " 天付一次合计金额，至 " + day));
  }

  private static Words said(
      Function<Language, String> figure,
      Function<String, String> english,
      Function<String, String> chinese) {
    return new Words(
        english.apply(figure.apply(Language.en)), chinese.apply(figure.apply(Language.zh)));
  }
}
