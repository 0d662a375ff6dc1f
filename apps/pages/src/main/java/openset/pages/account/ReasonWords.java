package openset.pages.account;

import openset.issuer.customer.Secret;
import openset.issuer.opening.OpeningPolicy;
import openset.issuer.opening.Reason;
import openset.pages.Words;

/** Why an application is not taken, for the person who applies. */
final class ReasonWords {
  private static final Words FILL_IN = new Words("Please fill this in.", "请填写此项。");

  private ReasonWords() {}

  static Words of(Reason reason, OpeningPolicy policy) {
    return switch (reason.rule()) {
      case MISSING -> FILL_IN;
      case MALFORMED -> malformed(reason.field());
      case UNDER_AGE ->
          new Words(
              "You must be at least " + policy.leastAge() + " years old.",
              "您必须年满 " + policy.leastAge() + " 岁。");
      case DOCUMENT_EXPIRED ->
          new Words(
              "This document is not valid any more; please take another.",
              "该证件已过期，请使用其他证件。");
      case LIMIT_TOO_HIGH, LIMIT_TOO_LOW, WRONG_CURRENCY ->
          new Words("Please choose one of these limits.", "请选择其中一个额度。");
      case DUPLICATE_APPLICANT ->
          new Words(
              "There is an account for this document already. Please sign in.",
              "此证件已有账户，请直接登录。");
      case ID_REUSED -> new Words("Please send the form again.", "请重新提交表单。");
    };
  }

  private static Words malformed(String field) {
    return switch (field) {
      case "birth", "document.expiry" ->
          new Words("Please give a date, such as 1990-02-28.", "请填写日期，例如 1990-02-28。");
      case "document.number" ->
          new Words(
              "Letters, digits, spaces and hyphens, at least four letters or digits.",
              "请用字母、数字、空格或连字符，字母或数字至少四个。");
      case "address.country", "document.country" ->
          new Words("Please choose a country.", "请选择国家或地区。");
      case "document.kind" -> new Words("Please choose one.", "请选择一项。");
      default ->
          new Words("Please use fewer letters, and plain ones.", "请使用较短的普通文字。");
    };
  }

  static Words of(Secret.Fault fault) {
    return switch (fault) {
      case NAME_MALFORMED -> AccountWords.CUSTOMER_HINT;
      case NAME_TAKEN ->
          new Words("Somebody has that name; please take another.", "该登录名已被使用，请换一个。");
      case PASSWORD_WEAK -> AccountWords.PASSWORD_HINT;
    };
  }
}
