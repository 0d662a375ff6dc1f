package openset.pages.desk;

import openset.pages.Words;

/** The words of every office: signing in, and what stands on each page. */
public final class DeskWords {
  public static final Words PEOPLE = new Words("People", "成员");
  public static final Words ACCOUNT = new Words("Your account", "我的账户");
  public static final Words SIGN_IN = new Words("Sign in", "登录");
  public static final Words SIGN_OUT = new Words("Sign out", "退出登录");
  public static final Words SIGNED_OUT = new Words("You are signed out.", "您已退出登录。");
  public static final Words NAME = new Words("Name", "用户名");
  public static final Words PASSWORD = new Words("Password", "密码");
  public static final Words GO_ON = new Words("Go on", "继续");
  public static final Words WRONG =
      new Words("Name or password is not right.", "用户名或密码不正确。");
  public static final Words EXPIRED =
      new Words("That took too long. Please begin again.", "操作超时，请重新开始。");
  public static final Words CODE_TITLE = new Words("One more step", "还差一步");
  public static final Words CODE_LEAD =
      new Words(
          "Type the six digits that your authenticator app shows now.",
          "请输入身份验证器应用当前显示的六位数字。");
  public static final Words CODE = new Words("Code", "验证码");
  public static final Words CODE_HINT =
      new Words(
          "No phone at hand? Type one of your recovery codes instead.",
          "手机不在身边？请改为输入一个恢复码。");
  public static final Words CODE_WRONG =
      new Words("This code is not right, or was used already.", "验证码不正确，或已使用过。");
  public static final Words SET_UP_TITLE =
      new Words("Protect your sign-in", "保护您的登录");
  public static final Words SET_UP_LEAD =
      new Words(
          "From now on you sign in with your password and a code from your phone. Scan this "
              + "picture with any authenticator app, then type the six digits that it shows.",
          "从现在起，登录需要密码和手机上的验证码。请用任意身份验证器应用扫描此图，然后输入它显示的六位数字。");
  public static final Words SET_UP_PICTURE =
      new Words("The secret as a picture for authenticator apps", "供身份验证器应用扫描的密钥图");
  public static final Words SET_UP_TYPE =
      new Words("Cannot scan? Type this into the app:", "无法扫描？请在应用中输入：");
  public static final Words RECOVERY_TITLE =
      new Words("Keep these recovery codes", "请保存这些恢复码");
  public static final Words RECOVERY_LEAD =
      new Words(
          "Each of them replaces your phone once. Print them or write them down: they are not "
              + "shown again.",
          "每个恢复码可代替手机使用一次。请打印或抄写下来：它们不会再次显示。");
  public static final Words RECOVERY_DONE = new Words("I have kept them", "我已保存");
  public static final Words FORBIDDEN_TITLE =
      new Words("This is not yours to open", "您无权打开此页面");
  public static final Words FORBIDDEN =
      new Words(
          "Your role does not reach this page. Ask an owner of the office.",
          "您的角色无权访问此页面。请联系后台的所有者。");
  public static final Words NOTHING_TITLE = new Words("There is nothing here", "这里什么也没有");
  public static final Words NOTHING =
      new Words("The address is wrong, or it is gone.", "地址有误，或内容已不存在。");
  public static final Words SURE = new Words("Yes, I want this", "是的，我确定");
  public static final Words TICK =
      new Words("Please tick the box first.", "请先勾选确认框。");
  public static final Words BACK = new Words("Back to the start", "返回首页");

  public static final Words DONE = new Words("Done.", "已完成。");
  public static final Words NOT_NOW =
      new Words("This is not possible now.", "现在无法执行此操作。");
  public static final Words OFFICE = new Words("Back office", "管理后台");

  public static final Words ALL = new Words("All", "全部");
  public static final Words SORT_BY = new Words("Sorted by", "排序");
  public static final Words USUAL_ORDER = new Words("Usual order", "默认顺序");
  public static final Words ORDER = new Words("Order", "顺序");
  public static final Words UP = new Words("Least first", "升序");
  public static final Words DOWN = new Words("Greatest first", "降序");
  public static final Words SHOW = new Words("Show", "查看");
  public static final Words SHOW_ALL = new Words("Show all", "显示全部");
  public static final Words NOTHING_FOUND = new Words("Nothing like this was found.", "未找到匹配的记录。");
  public static final Words NOTHING_YET = new Words("Nothing here yet.", "暂无记录。");
  public static final Words PAGES = new Words("Pages", "分页");
  public static final Words PREVIOUS = new Words("Back", "上一页");
  public static final Words NEXT = new Words("Further", "下一页");
  public static final Words FIGURES = new Words("The figures as a table", "以表格显示数据");
  public static final Words LIVE = new Words("Renewed by itself", "自动更新");

  private DeskWords() {}

  /** How long the next try must wait. */
  public static Words locked(long seconds) {
    return seconds < 120
        ? new Words(
            "Too many tries. The next is looked at in " + seconds + " seconds.",
            "尝试次数过多。请在 " + seconds + " 秒后再试。")
        : new Words(
            "Too many tries. The next is looked at in " + (seconds + 59) / 60 + " minutes.",
            "尝试次数过多。请在 " + (seconds + 59) / 60 + " 分钟后再试。");
  }
}
