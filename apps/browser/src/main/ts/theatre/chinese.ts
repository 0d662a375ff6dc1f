import type { Story } from './story';
import type { Words } from './words';

const story: Story = {
  CardCInitReq: {
    title: '可以给我一张证书吗？',
    text: '钱包向卡品牌的认证机构打招呼，还没有说任何秘密。',
  },
  CardCInitRes: {
    title: '这是我的公钥',
    text: '认证机构用签名附上自己的证书。从此钱包可以封装只有它能读的内容。',
  },
  RegFormReq: {
    title: '我的卡该填哪张表？',
    text: '卡号第一次上路，封给认证机构；线路上看去只是噪声。',
  },
  RegFormRes: {
    title: '请填这张表',
    text: '认证机构发来发卡行的表格。',
  },
  CertReq: {
    title: '这是我，这是我的公钥',
    text: '答案和卡号都封给认证机构。私钥从不离开钱包，这里只有公钥。',
  },
  CertRes: {
    title: '你的证书',
    text: '银行同意，认证机构签发。证书里写的是盲化的编号，从来不是卡号。',
  },
  Offer: {
    title: '你会得到这些',
    text: '商店把报价交给钱包：每一行、税、运费、总额。只有他们两方会看到它。',
  },
  PInitReq: {
    title: '你是谁？',
    text: '钱包要商店证明身份，只告诉它品牌和卡号前六位。',
  },
  PInitRes: {
    title: '持证的商户',
    text: '商店签名：这张订单、这一刻、它用的支付网关。钱包先验签，再问主人。',
  },
  PReq: {
    title: '一个签名，两个信封',
    text:
      'SET 的核心。订单给商店，卡封给网关，一个双重签名把两者绑在一起。商店能验证，却打不开' +
      '付款那一半。',
  },
  AuthReq: {
    title: '请授权',
    text: '商店原封不动地转交付款那一半，附上金额和它自己算出的订单指纹。网关比较双方。',
  },
  '0100': {
    title: '进入银行网络',
    text: '网关打开付款那一半，用 ISO 8583 询问收单行。银行得知卡和金额，不知道买了什么。',
  },
  '0100 issuer': {
    title: '这张卡够付吗？',
    text: '收单行把问题转给发卡行。',
  },
  '0110': {
    title: '银行做决定',
    text: '发卡行查看卡和额度；同意就预留金额，给出六位授权码。',
  },
  '0110 gateway': {
    title: '决定返回',
    text: '回答原路返回，里面不再重复卡号。',
  },
  AuthRes: {
    title: '签了名的决定',
    text:
      '网关为商店签下银行的回答。若是同意，还附上只有网关日后能打开的令牌，和只有持卡人能打开的' +
      '收据。',
  },
  PRes: {
    title: '无人能伪造的收据',
    text: '商店转交网关为持卡人签名并封好的内容。钱包用自己先前附上的钥匙打开它。',
  },
  InqReq: {
    title: '现在怎么样了？',
    text: '持卡人签名询问这次购买。',
  },
  InqRes: {
    title: '现在是这样',
    text: '商店回答购买的当前状态。',
  },
  AuthRevReq: {
    title: '请撤回',
    text: '商店放弃一笔授权，或其中一部分。',
  },
  AuthRevRes: {
    title: '已撤回',
    text: '网关确认，金额重新可用。',
  },
  CapReq: {
    title: '已发货，请收款',
    text: '包裹已上路，商店请款并交还令牌。它仍然不知道卡号。',
  },
  CapRes: {
    title: '已请款',
    text: '网关确认请款的金额。',
  },
  CapRevReq: {
    title: '这笔请款弄错了',
    text: '商店撤回一笔请款的全部金额，谁都不必为它付款。',
  },
  CapRevRes: {
    title: '请款已撤回',
    text: '网关确认这笔请款不再有效。',
  },
  CredReq: {
    title: '退款',
    text: '商店退回全部或部分已请款的金额。令牌说明退到哪个账户，商店仍然不知道卡号。',
  },
  CredRes: {
    title: '已退款',
    text: '网关确认退回的金额，绝不超过已请款的金额。',
  },
  CredRevReq: {
    title: '这笔退款弄错了',
    text: '商店撤回一笔退款的全部金额。',
  },
  CredRevRes: {
    title: '退款已撤回',
    text: '网关确认这笔退款不再有效。',
  },
  BatchAdminReq: {
    title: '双方记录一致吗？',
    text: '商店向网关查询一个批次的合计，或要求关闭该批次。',
  },
  BatchAdminRes: {
    title: '批次',
    text: '网关告知其记录的合计，以及批次是否已关闭。',
  },
  PCertReq: {
    title: '哪个是您的密钥？',
    text: '商店向网关索取用于加密付款的证书。',
  },
  PCertRes: {
    title: '网关的证书',
    text: '网关发送经签名的证书。商店先逐级验证到根证书，然后才使用。',
  },
  '0220': {
    title: '请记下这笔销售',
    text: '网关告诉收单行请款金额。从这里起，授权的编号代替卡号。',
  },
  '0220 clearing': {
    title: '提交清算',
    text: '收单行把这一笔放进当前的结算周期。',
  },
  '0220 issuer': {
    title: '提示给发卡行',
    text: '清算所把这一笔给发卡行看，发卡行把预留变成入账。',
  },
  '0230': {
    title: '已接受',
    text: '这一笔已存下，将会提交。',
  },
  '0230 clearing': {
    title: '发卡行入账',
    text: '金额现在记在持卡人的账上。',
  },
  '0230 acquirer': {
    title: '已进入周期',
    text: '清算所回答这一笔进入了哪个结算周期。',
  },
  '0400': {
    title: '请撤销',
    text: '没有及时收到回答，提问的一方要求撤销，直到得到确认。',
  },
  '0410': {
    title: '已撤销',
    text: '原有的预留已释放。',
  },
  '0500': {
    title: '每家银行该付多少',
    text: '周期关闭并轧差。每家银行得到一个数，所有的数加起来是零。',
  },
  '0510': {
    title: '我们的账一样',
    text: '银行把总额与自己的账核对无误，并入账。',
  },
  other: {
    title: '一条消息',
    text: '属于这次购买。',
  },
};

/** What the theatre says in Chinese. */
export const chinese: Words = {
  title: '看一次购买',
  lead: '一次真实购买的每条消息：谁发的、里面有什么、谁能读。',
  lanes: {
    authority: '认证机构',
    cardholder: '持卡人',
    merchant: '商户',
    gateway: '支付网关',
    acquirer: '收单行',
    clearing: '清算所',
    issuer: '发卡行',
  },
  facts: {
    account: '卡号',
    goods: '买了什么',
    address: '收货地址',
    amount: '金额',
    approval: '银行的决定',
  },
  hows: {
    reads: '能读',
    carries: '封着转交，读不到',
    digest: '只有指纹',
    never: '没有收到',
  },
  scenes: {
    registration: '领取证书',
    order: '下单与报价',
    payment: '付款',
    authorization: '询问银行',
    capture: '请款',
    refund: '退款',
    clearing: '清算',
    settlement: '结算',
    receipt: '收据',
    other: '其他',
  },
  story,
  choose: '购买',
  knows: '至此谁知道什么',
  script: '剧本',
  play: '播放',
  pause: '暂停',
  back: '上一条消息',
  next: '下一条消息',
  moment: '时刻',
  pace: '速度',
  share: '分享这一刻',
  copied: '链接已复制',
  follow: '直播',
  stepOf: (step, all) => `第 ${step} 条消息，共 ${all} 条`,
  bytes: (many) => `${many.toLocaleString('zh')} 字节`,
  travelled: (millis) => `途中 ${millis} 毫秒`,
  envelopes: '里面封给',
  inside: '内容',
  readers: '谁能读',
  books: '账本',
  fields: '字段',
  octets: '字节',
  wrapping: '也显示 CMS 包装',
  specified: '规定于',
  wire: '传输中的样子',
  opened: (who) => `打开后，只有${who}可见`,
  onlyReads: (who) => `已封装，只有${who}能读。`,
  shut: '已封装，这里没有人有钥匙。',
  signedBy: '签名者',
  digestOf: '指纹：',
  hidden: '从不显示',
  bits: '后面有哪些数据元',
  clear: '明文',
  field: '字段',
  noBooks: '这次购买还没有记账。',
  account: '账户',
  debit: '借方',
  credit: '贷方',
  hold: '预留，尚未入账',
  later: '稍后',
  balanced: '借贷平衡',
  unbalanced: '借贷不平',
  sum: '整本账',
  empty: '舞台还空着',
  emptyHow: '到这个演示世界的商店买点东西，演出会自动开始。',
  failed: '剧场没有回应。演示还在运行吗？',
  privacy: '每一方留下了什么？',
  privacyWhat: '隐私仪表直接查看每个数据库。',
  demoOnly: '本页握有所有人的钥匙，只有演示世界才可能如此。',
  and: '和',
};
