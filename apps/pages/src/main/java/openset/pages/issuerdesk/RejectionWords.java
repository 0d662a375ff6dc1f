package openset.pages.issuerdesk;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openset.issuer.opening.Reason;
import openset.issuer.registration.Rejection;
import openset.pages.Language;
import openset.pages.Words;
import openset.pages.desk.Filter;

/** Why registrations of cards were rejected, in words. */
final class RejectionWords {
  private RejectionWords() {}

  static List<Filter.Option> states() {
    return List.of(
        new Filter.Option("PENDING", new Words("Waits for us", "待审核")),
        new Filter.Option("ACCEPTED", new Words("Accepted", "已通过")),
        new Filter.Option("REJECTED", new Words("Rejected", "已拒绝")),
        new Filter.Option("LOCKED", new Words("Locked", "已锁定")));
  }

  /** Names of {@link Rejection}, as they are kept. */
  static Words of(String kept) {
    List<Words> all =
        Stream.of(Rejection.values())
            .filter(each -> List.of(kept.split("[^A-Z_]+")).contains(each.name()))
            .map(RejectionWords::of)
            .toList();
    return all.isEmpty() ? Words.same(kept) : new Words(joined(all, Language.en, ", "),
        joined(all, Language.zh, "、"));
  }

  /** Names of {@link Reason.Rule} with their fields, as they are kept. */
  static Words ofApplication(String kept) {
    List<Words> all =
        Stream.of(Reason.Rule.values())
            .filter(each -> List.of(kept.split("[^A-Z_]+")).contains(each.name()))
            .map(RejectionWords::of)
            .toList();
    return new Words(joined(all, Language.en, ", "), joined(all, Language.zh, "、"));
  }

  private static Words of(Reason.Rule rule) {
    return switch (rule) {
      case MISSING -> new Words("something is missing", "信息缺失");
      case MALFORMED -> new Words("something is malformed", "格式有误");
      case UNDER_AGE -> new Words("too young", "未达年龄要求");
      case DOCUMENT_EXPIRED -> new Words("document expired", "证件过期");
      case LIMIT_TOO_HIGH -> new Words("limit too high", "额度过高");
      case LIMIT_TOO_LOW -> new Words("limit too low", "额度过低");
      case WRONG_CURRENCY -> new Words("other currency", "币种不符");
      case DUPLICATE_APPLICANT -> new Words("has an account", "已有账户");
      case ID_REUSED -> new Words("sent twice with other content", "重复提交且内容不同");
    };
  }

  private static String joined(List<Words> all, Language language, String between) {
    return all.stream().map(words -> words.in(language)).collect(Collectors.joining(between));
  }

  private static Words of(Rejection rejection) {
    return switch (rejection) {
      case UNKNOWN_CARD -> new Words("no such card", "卡号不存在");
      case WRONG_FORM -> new Words("another form", "表单不符");
      case MALFORMED_ANSWER -> new Words("an answer is missing", "答案缺失");
      case CARD_NOT_ACTIVE -> new Words("card frozen or lost", "卡已冻结或挂失");
      case CARD_EXPIRED -> new Words("card expired", "卡已过期");
      case WRONG_WALLET_EXPIRY, WRONG_CARD_EXPIRY -> new Words("wrong expiry", "有效期不符");
      case WRONG_HOLDER_NAME -> new Words("wrong name", "姓名不符");
      case WRONG_DOCUMENT_NUMBER -> new Words("wrong document", "证件号不符");
      case WRONG_BIRTH_DATE -> new Words("wrong date of birth", "出生日期不符");
      case REFUSED_BY_REVIEWER -> new Words("refused by a reviewer", "审核未通过");
    };
  }
}
