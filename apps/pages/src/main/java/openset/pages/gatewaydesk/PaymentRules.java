package openset.pages.gatewaydesk;

import java.util.List;
import openset.pages.Words;

/** What merchants may break when they ask for money. */
final class PaymentRules {
  static final List<Rule> ALL =
      List.of(
          new Rule("AuthReq-P-03", "auth.md",
              new Words(
                  "The purchase named outside is not the one inside, or the request is not fresh.",
                  "外层标识与内层不符，或请求已过时。")),
          new Rule("AuthReq-P-04", "auth.md",
              new Words(
                  "Not the merchant that is certified, or its key-exchange certificate is missing.",
                  "商家与证书不符，或缺少其密钥交换证书。")),
          new Rule("AuthReq-P-05", "auth.md",
              new Words(
                  "Without the cardholder's signature, which brand or acquirer require.",
                  "支付部分没有持卡人签名，而卡组织或收单行要求签名。")),
          new Rule("AuthReq-P-06", "auth.md",
              new Words(
                  "The merchant's own digests are missing, or stand where none belong.",
                  "缺少商家自己的摘要，或摘要出现在不该出现之处。")),
          new Rule("AuthReq-P-07", "auth.md",
              new Words(
                  "The acquirer does not allow to authorize and capture in one.",
                  "收单行不允许授权与请款合一。")),
          new Rule("AuthReq-P-10", "auth.md",
              new Words(
                  "Merchant and cardholder do not mean the same order.",
                  "商家与持卡人所指的订单不同。")),
          new Rule("AuthReq-P-11", "auth.md",
              new Words(
                  "Merchant and cardholder do not mean the same purchase.",
                  "商家与持卡人所指的交易不同。")),
          new Rule("AuthReq-P-12", "auth.md",
              new Words(
                  "The cardholder meant another merchant or another gateway.",
                  "持卡人所指的是另一商家或另一网关。")),
          new Rule("AuthReq-P-13", "auth.md",
              new Words(
                  "The amount is zero, or more than the cardholder agreed to.",
                  "金额为零，或超过持卡人同意的金额。")),
          new Rule("AuthReq-P-14", "auth.md",
              new Words(
                  "The account is not the one that the certificate was issued for.",
                  "账户与证书所对应的账户不符。")),
          new Rule("AuthReq-P-15", "auth.md",
              new Words("The payment half was used before.", "支付部分已使用过。")),
          new Rule("AuthReq-P-16", "auth.md",
              new Words(
                  "Instalments or recurrence are not those the cardholder signed.",
                  "分期或定期付款与持卡人签署的不符。")),
          new Rule("AuthReq-P-17", "auth.md",
              new Words("The recurring payment has expired.", "定期付款已到期。")),
          new Rule("AuthReq-P-19", "auth.md",
              new Words(
                  "Something was to follow from what nobody signed.",
                  "无人签名的交易不得分期、定期付款或再次授权。")),
          new Rule("AuthReq-P-20", "auth.md",
              new Words(
                  "Not signed, though its cardholder has a certificate.",
                  "持卡人持有证书，却没有签名。")),
          new Rule("AuthReq-P-22", "auth.md",
              new Words(
                  "The terminal does not fit into a message to the bank.",
                  "终端编号不能写入发给银行的报文。")),
          new Rule("Sale-01", "sale.md",
              new Words("The batch that the sale names does not take it.", "销售所指定的批次不接收该项目。")),
          new Rule("AuthRevReq-P-02", "reversal.md",
              new Words(
                  "Not the merchant that is certified, or its key-exchange certificate is missing.",
                  "商家与证书不符，或缺少其密钥交换证书。")),
          new Rule("AuthRevReq-P-04", "reversal.md",
              new Words("The capture token is missing.", "缺少请款令牌。")),
          new Rule("AuthRevReq-P-05", "reversal.md",
              new Words(
                  "The token is not ours, was changed, or belongs to another authorization.",
                  "令牌并非本网关签发、已被更改，或属于另一授权。")),
          new Rule("AuthRevReq-P-06", "reversal.md",
              new Words("We did not approve it, or it was voided.", "本网关未批准该授权，或已作废。")),
          new Rule("AuthRevReq-P-07", "reversal.md",
              new Words(
                  "What shall stay is more than is held, or less than was captured.",
                  "保留金额多于已授权金额，或少于已请款金额。")),
          new Rule("AuthRevReq-P-08", "reversal.md",
              new Words(
                  "Another capture or reversal of it is under way; the merchant asks again.",
                  "该授权另有请款或撤销正在处理，商家应稍后重试。")),
          new Rule("AuthToken-P-02", "authtoken.md",
              new Words(
                  "The authorization token is not ours, or was changed.",
                  "授权令牌并非本网关签发，或已被更改。")),
          new Rule("AuthToken-P-03", "authtoken.md",
              new Words(
                  "The token was given to another merchant or for another purchase.",
                  "令牌发给了另一商家，或用于另一交易。")),
          new Rule("AuthToken-P-04", "authtoken.md",
              new Words(
                  "The token is not the one that the last approval gave.",
                  "令牌不是最近一次批准所签发的。")),
          new Rule("AuthToken-P-05", "authtoken.md",
              new Words(
                  "All authorizations together would be more than the cardholder agreed to.",
                  "各次授权合计将超过持卡人同意的金额。")),
          new Rule("AuthToken-P-06", "authtoken.md",
              new Words(
                  "Instalments or recurrence are not those the cardholder signed.",
                  "分期或定期付款与持卡人签署的不符。")),
          new Rule("AuthToken-P-07", "authtoken.md",
              new Words("More payments than agreed, or after their end.", "付款次数超过约定，或已过约定期限。")),
          new Rule("AuthToken-P-08", "authtoken.md",
              new Words("Sooner than agreed after the payment before.", "距上次付款的间隔短于约定。")),
          new Rule("AuthToken-P-09", "authtoken.md",
              new Words(
                  "Another authorization of it is under way; the merchant asks again.",
                  "该交易另有授权正在处理，商家应稍后重试。")),
          new Rule("CapReq-P-02", "capture.md",
              new Words(
                  "Not the merchant that is certified, or its key-exchange certificate is missing.",
                  "商家与证书不符，或缺少其密钥交换证书。")),
          new Rule("CapReq-P-03", "capture.md",
              new Words(
                  "There are not as many tokens as items, or an authorization stands twice.",
                  "令牌与项目数量不符，或同一授权重复出现。")),
          new Rule("CapReq-P-04", "capture.md",
              new Words("The capture token is missing.", "缺少请款令牌。")),
          new Rule("CapReq-P-05", "capture.md",
              new Words(
                  "The token is not ours, was changed, or belongs to another purchase.",
                  "请款令牌并非本网关签发、已被更改，或属于另一交易。")),
          new Rule("CapReq-P-06", "capture.md",
              new Words("We did not approve the authorization.", "本网关未批准该授权。")),
          new Rule("CapReq-P-07", "capture.md",
              new Words("The captures together are more than was approved.", "请款合计超过已批准的金额。")),
          new Rule("CapReq-P-08", "capture.md",
              new Words(
                  "Another capture of it is under way; the merchant asks again.",
                  "该授权另有请款正在处理，商家应稍后重试。")),
          new Rule("CapReq-P-10", "capture.md",
              new Words("The authorization had ended.", "授权已到期。")));

  private PaymentRules() {}
}
