package openset.pages.shop;

import openset.pages.Words;

/** The words of browsing and of the cart. */
public final class ShopWords {
  public static final Words SEARCH = new Words("Search", "搜索");
  public static final Words SEARCH_SHOP = new Words("Search the shop", "搜索商品");
  public static final Words CART = new Words("Cart", "购物车");
  public static final Words ORDERS = new Words("Your orders", "我的订单");
  public static final Words PAYING = new Words("How paying works", "付款说明");
  public static final Words OFFICE = new Words("For shop staff", "商家入口");
  public static final Words CHOSEN = new Words("Chosen for you", "为你挑选");
  public static final Words DEPARTMENTS = new Words("Browse the shop", "逛一逛");
  public static final Words SORT = new Words("Sort by", "排序方式");
  public static final Words BY_NAME = new Words("Name", "名称");
  public static final Words CHEAPEST = new Words("Price, low to high", "价格从低到高");
  public static final Words DEAREST = new Words("Price, high to low", "价格从高到低");
  public static final Words OURS = new Words("Our order", "默认顺序");
  public static final Words SHOW = new Words("Show", "显示");
  public static final Words ALL = new Words("Everything", "全部商品");
  public static final Words AT_ONCE = new Words("Yours at once", "付款后立即可得");
  public static final Words SOLD_OUT = new Words("Sold out", "已售完");
  public static final Words ADD = new Words("Add to cart", "加入购物车");
  public static final Words QUANTITY = new Words("Quantity", "数量");
  public static final Words ARTICLE = new Words("Article", "货号");
  public static final Words DEPARTMENT = new Words("Department", "类别");
  public static final Words DELIVERY = new Words("Delivery", "配送");
  public static final Words TAX = new Words("Tax", "税");
  public static final Words GOODS = new Words("Goods", "商品");
  public static final Words TOTAL = new Words("Total", "合计");
  public static final Words FREE = new Words("Free", "免费");
  public static final Words DOWNLOAD_FREE =
      new Words("None: you download it", "无需配送，直接下载");
  public static final Words MORE = new Words("More like this", "相似商品");
  public static final Words REMOVE = new Words("Remove", "移除");
  public static final Words UPDATE = new Words("Update quantities", "更新数量");
  public static final Words CHECK_OUT = new Words("Check out", "去结算");
  public static final Words GO_ON = new Words("Go on looking", "继续逛逛");
  public static final Words ADDED = new Words("In your cart now", "已加入购物车");
  public static final Words EMPTY_CART = new Words("Your cart is empty", "购物车是空的");
  public static final Words EMPTY_CART_MORE =
      new Words("What you put aside will wait for you here.", "你挑选的商品会在这里等你。");
  public static final Words SUM = new Words("Summary", "汇总");
  public static final Words EACH = new Words("each", "每件");
  public static final Words NO_CARD =
      new Words(
          "You pay with your own wallet. This shop never sees a card number.",
          "你用自己的钱包付款，本店永远看不到卡号。");
  public static final Words NOT_FOUND = new Words("There is nothing here", "这里什么也没有");
  public static final Words NOT_FOUND_MORE =
      new Words(
          "The page may have moved, or the address has a typing error.",
          "页面可能已移动，或地址有误。");
  public static final Words NO_RESULT_MORE =
      new Words("Try fewer letters, or look through the shelves.", "试试更短的词，或逛逛各个类别。");
  public static final Words TO_FRONT = new Words("To the front page", "回到首页");
  public static final Words GONE = new Words("This product is not sold here", "本店没有这件商品");

  private ShopWords() {}

  /** How many are left. */
  static Words left(String count) {
    return new Words("Only " + count + " left", "仅剩 " + count + " 件");
  }

  /** How many there are. */
  static Words inStock(String count) {
    return new Words(count + " in stock", "现货 " + count + " 件");
  }

  /** Fewer are left than lie in the cart. */
  static Words tooMany(String count) {
    return new Words(
        "Only " + count + " left. Please take fewer.", "仅剩 " + count + " 件，请减少数量。");
  }

  /** What tax comes on top. */
  static Words plusTax(String percent) {
    return new Words("plus " + percent + " tax", "另加 " + percent + " 税");
  }

  /** What is missing to free delivery. */
  static Words untilFree(String amount) {
    return new Words(
        amount + " more and delivery is free.", "再买 " + amount + " 即可免运费。");
  }

  /** The rule of free delivery. */
  static Words deliveryRule(String charge, String from) {
    return new Words(
        charge + ", free for goods from " + from, charge + "，商品满 " + from + " 免运费");
  }

  /** How many things a search found. */
  static Words found(String count, String text) {
    return new Words(
        count + " found for “" + text + "”", "“" + text + "” 共找到 " + count + " 件");
  }

  /** A search found nothing. */
  static Words noResult(String text) {
    return new Words("Nothing found for “" + text + "”", "没有找到 “" + text + "”");
  }

  /** The name of a cart link for people who hear it. */
  static Words cartOf(String count) {
    return new Words("Cart, " + count + " things", "购物车，" + count + " 件");
  }
}
