package openset.pages.gatewaydesk;

import java.util.List;
import openset.pages.Words;

/** What merchants may break when money goes back, in batches and about certificates. */
final class BackRules {
  static final List<Rule> ALL =
      List.of(
          new Rule("CRvReq-P-02", "credit.md",
              new Words(
                  "Not the merchant that is certified, or its key-exchange certificate is missing.",
                  "商家与证书不符，或缺少其密钥交换证书。")),
          new Rule("CRvReq-P-04", "credit.md",
              new Words(
                  "There are not as many tokens as items, or an authorization stands twice.",
                  "令牌与项目数量不符，或同一授权重复出现。")),
          new Rule("CRvReq-P-05", "credit.md",
              new Words("The capture token is missing.", "缺少请款令牌。")),
          new Rule("CRvReq-P-06", "credit.md",
              new Words(
                  "The token is not ours, was changed, or belongs to another authorization.",
                  "令牌并非本网关签发、已被更改，或属于另一授权。")),
          new Rule("CRvReq-P-07", "credit.md",
              new Words(
                  "No amount, or another account than that of the purchase.",
                  "没有金额，或账户与交易账户不同。")),
          new Rule("CRvReq-P-08", "credit.md",
              new Words(
                  "Another capture or credit of it is under way; the merchant asks again.",
                  "该授权另有请款、撤销或退款正在处理，商家应稍后重试。")),
          new Rule("CredReq-P-01", "credit.md",
              new Words(
                  "Nothing of that currency was captured, or it was taken back.",
                  "没有该货币的请款，或请款已撤回。")),
          new Rule("CredReq-P-02", "credit.md",
              new Words(
                  "The credits together are more than the captures that stand.",
                  "退款合计超过有效请款。")),
          new Rule("CredRevReq-P-01", "credit.md",
              new Words("No such credit, or another amount.", "没有这笔退款，或金额不同。")),
          new Rule("CredRevReq-P-02", "credit.md",
              new Words("The credit was taken back before.", "该退款已撤回。")),
          new Rule("CapRevReq-P-01", "capture-reversal.md",
              new Words("No such capture, or another amount.", "没有这笔请款，或金额不同。")),
          new Rule("CapRevReq-P-02", "capture-reversal.md",
              new Words("The capture was taken back before.", "该请款已撤回。")),
          new Rule("CapRevReq-P-03", "capture-reversal.md",
              new Words("Less would stay captured than was credited.", "剩余请款将少于已退款金额。")),
          new Rule("Batch-01", "batch.md",
              new Words(
                  "The number names another batch of the merchant, or was used.",
                  "该编号属于商家的另一批次，或已使用过。")),
          new Rule("Batch-03", "batch.md",
              new Words(
                  "The batch that was named does not exist or does not take the item.",
                  "指定的批次不存在，或不接收该项目。")),
          new Rule("Batch-04", "batch.md",
              new Words("The batch is closed and takes nothing.", "批次已关闭，不再接收项目。")),
          new Rule("Batch-05", "batch.md",
              new Words("A brand or BIN that this gateway does not serve.", "本网关不支持该卡品牌或 BIN。")),
          new Rule("Batch-06", "batch.md",
              new Words("No such batch of this merchant.", "该商家没有这个批次。")),
          new Rule("Batch-07", "batch.md",
              new Words("The batch does not take that brand.", "批次不接收该卡品牌。")),
          new Rule("Batch-08", "batch.md",
              new Words(
                  "The opening does not say its currency, or names number 0.",
                  "开启请求未说明货币，或使用了编号 0。")),
          new Rule("Batch-09", "batch.md",
              new Words("The merchant's totals are not ours.", "商家的合计与本网关不符。")),
          new Rule("Batch-10", "batch.md",
              new Words("What is closed or booked cannot be set aside.", "已关闭或已入账的内容不能搁置。")),
          new Rule("Batch-12", "batch.md",
              new Words(
                  "The page begins at a number that the batch does not have.",
                  "起始编号在批次中不存在。")),
          new Rule("BatchAdminReq-P-03", "batch.md",
              new Words(
                  "Not the merchant that is certified, or its key-exchange certificate is missing.",
                  "商家与证书不符，或缺少其密钥交换证书。")),
          new Rule("BatchAdminReq-P-04", "batch.md",
              new Words("Only a purge can be taken back.", "只有搁置操作可以撤回。")),
          new Rule("PCertReq-P-01", "pcert.md",
              new Words(
                  "Not signed by a merchant of a brand that is served here.",
                  "并非由本网关所支持品牌的商家签名。")),
          new Rule("PCertReq-P-03", "pcert.md",
              new Words("The merchant is not the one certified.", "商家与证书不符。")));

  private BackRules() {}
}
