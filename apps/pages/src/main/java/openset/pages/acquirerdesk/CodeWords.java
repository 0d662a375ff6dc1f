package openset.pages.acquirerdesk;

import openset.iso8583.host.ResponseCode;
import openset.pages.Words;

/** Response codes (element 39 of ISO 8583) in words. */
public final class CodeWords {
  private CodeWords() {}

  /** A code that came, or that was given; one that is not ours by its digits. */
  public static Words of(String code) {
    Words words =
        ResponseCode.of(code).map(CodeWords::of).orElse(new Words("Another code", "其他代码"));
    return new Words(code + " " + words.en(), code + " " + words.zh());
  }

  private static Words of(ResponseCode code) {
    return switch (code) {
      case APPROVED -> new Words("approved", "批准");
      case REFER_TO_ISSUER -> new Words("refer to the issuer", "请联系发卡行");
      case INVALID_MERCHANT -> new Words("no such merchant", "无效商户");
      case DO_NOT_HONOUR -> new Words("do not honour", "不予承兑");
      case IN_PROGRESS -> new Words("in progress", "处理中");
      case PARTLY_APPROVED -> new Words("approved in part", "部分批准");
      case INVALID_TRANSACTION -> new Words("invalid transaction", "无效交易");
      case INVALID_AMOUNT -> new Words("invalid amount", "无效金额");
      case UNKNOWN_CARD -> new Words("unknown card", "卡号不存在");
      case NO_SUCH_ISSUER -> new Words("no such issuer", "无此发卡行");
      case ORIGINAL_NOT_FOUND -> new Words("original not found", "未找到原交易");
      case FORMAT_ERROR -> new Words("format error", "报文格式错误");
      case LOST_CARD -> new Words("lost card", "挂失卡");
      case STOLEN_CARD -> new Words("stolen card", "被盗卡");
      case LIMIT_EXCEEDED -> new Words("beyond the limit", "超出额度");
      case EXPIRED -> new Words("expired", "已过期");
      case NOT_PERMITTED -> new Words("not permitted", "不允许的交易");
      case TERMINAL_NOT_PERMITTED ->
          new Words("terminal not one of the merchant's", "终端不属于该商户");
      case AMOUNT_BEYOND_RULE -> new Words("amount beyond a rule", "金额超出规则");
      case RESTRICTED_CARD -> new Words("restricted card", "受限制的卡");
      case COUNT_BEYOND_RULE -> new Words("too often", "次数超出规则");
      case ISSUER_UNAVAILABLE -> new Words("issuer not available", "发卡行无法联系");
      case DUPLICATE -> new Words("duplicate", "重复交易");
      case SYSTEM_ERROR -> new Words("system error", "系统故障");
    };
  }
}
