package openset.pages.gatewaydesk;

import java.util.List;
import openset.pages.Words;

/** What any message may break, on either side of the gateway. */
final class HouseRules {
  static final List<Rule> ALL =
      List.of(
          new Rule("W-01", "conventions.md",
              new Words("It cannot be decoded.", "无法解码。")),
          new Rule("W-02", "conventions.md",
              new Words("A version of SET that is not spoken here.", "不支持该 SET 版本。")),
          new Rule("W-03", "conventions.md",
              new Words("It is too old, or its date lies ahead.", "消息过旧，或其日期在未来。")),
          new Rule("W-04", "conventions.md",
              new Words(
                  "It has an extension that must be understood and is not known.",
                  "含有必须理解但未知的扩展。")),
          new Rule("W-05", "conventions.md",
              new Words(
                  "The request identifier is missing, or is not the one inside.",
                  "缺少请求标识，或与内层不符。")),
          new Rule("W-06", "conventions.md",
              new Words(
                  "The same request identifier came before with other content.",
                  "同一请求标识曾以不同内容出现。")),
          new Rule("W-07", "conventions.md",
              new Words("The identifiers outside are not those inside.", "外层标识与内层不符。")),
          new Rule("W-08", "conventions.md",
              new Words("A message that a gateway does not process.", "网关不处理此类消息。")),
          new Rule("OP-12", "operators.md",
              new Words("It does not have exactly one signature.", "签名数量不是恰好一个。")),
          new Rule("OP-13", "operators.md",
              new Words("What was signed is of another kind than expected.", "签名内容的类型与预期不符。")),
          new Rule("OP-14", "operators.md",
              new Words(
                  "The signer's certificate did not come along, or cannot be read.",
                  "未附签名者证书，或证书无法读取。")),
          new Rule("OP-15", "operators.md",
              new Words(
                  "The signer's certificate is not proved: wrong use, expired, or revoked.",
                  "签名者证书未通过验证：用途不符、已过期或已吊销。")),
          new Rule("OP-16", "operators.md",
              new Words("It is signed by an algorithm that is not used here.", "所用签名算法不被支持。")),
          new Rule("OP-17", "operators.md",
              new Words("The signature does not verify.", "签名验证失败。")),
          new Rule("OP-18", "operators.md",
              new Words("What was signed cannot be decoded.", "签名内容无法解码。")),
          new Rule("OP-20", "operators.md",
              new Words("An enclosed revocation list cannot be used.", "所附吊销列表无法使用。")),
          new Rule("OP-21", "operators.md",
              new Words("It is not signed by the key that it names.", "并非由其所指密钥签名。")),
          new Rule("OP-31", "operators.md",
              new Words("It is sealed by an algorithm that is not used here.", "所用加密算法不被支持。")),
          new Rule("OP-33", "operators.md",
              new Words("It is sealed to somebody else.", "加密对象不是本网关。")),
          new Rule("OP-35", "operators.md",
              new Words(
                  "It does not open: another key, or it was changed on the way.",
                  "无法解封：密钥不同，或传输中被更改。")),
          new Rule("OP-41", "operators.md",
              new Words("What came along is not what was signed.", "附带内容与签名内容不符。")),
          new Rule("CERT-16", "certificates.md",
              new Words("A certificate does not name the policy of SET.", "证书未标明 SET 策略。")),
          new Rule("CERT-17", "certificates.md",
              new Words("A root certificate does not name its successor.", "根证书未标明其后继密钥。")),
          new Rule("PK-05", "passkey.md",
              new Words(
                  "The signature is not made the way that the certificate's key must sign.",
                  "签名方式与证书密钥的要求不符。")),
          new Rule("HL-02", "host-link.md",
              new Words("Octets that are no message of the host link.", "字节内容不是主机链路的合法报文。")),
          new Rule("HL-08", "host-link.md",
              new Words(
                  "An answer that matches no open question, or contradicts it.",
                  "应答与任何未决请求不符，或与其矛盾。")),
          new Rule("HL-114", "host-link.md",
              new Words(
                  "A message authentication code that is wrong or missing.",
                  "报文鉴别码错误或缺失。")));

  private HouseRules() {}
}
