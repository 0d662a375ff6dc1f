package openset.pages.desk;

import openset.pages.Words;
import openset.signin.PeopleRefused;
import openset.signin.Role;

/** The words of an office's people and their roles. */
public final class PeopleWords {
  public static final Words REMOVE = new Words("Remove", "删除");
  public static final Words ROLE = new Words("Role", "角色");
  public static final Words NEVER = new Words("Never", "从未");
  public static final Words PEOPLE_LEAD =
      new Words("Who may open this office, and what they may do.", "谁可以打开后台，以及可以做什么。");
  public static final Words PERSON_ADD = new Words("Add a person", "添加成员");
  public static final Words PERSON_HINT =
      new Words(
          "a to z, digits, dots and dashes. The person sets up a code at the first sign-in.",
          "小写字母、数字、点和短横线。该成员首次登录时会设置验证码。");
  public static final Words PASSWORD_HINT =
      new Words("At least 12 characters.", "至少 12 个字符。");
  public static final Words FIRST_PASSWORD = new Words("First password", "初始密码");
  public static final Words NEW_PASSWORD = new Words("New password", "新密码");
  public static final Words OLD_PASSWORD = new Words("Password until now", "当前密码");
  public static final Words CHANGE_PASSWORD = new Words("Change password", "修改密码");
  public static final Words CHANGED_PASSWORD =
      new Words("Your password is changed. Please sign in with it.", "密码已修改，请用新密码登录。");
  public static final Words SECOND_FACTOR = new Words("Code set up", "已设置验证码");
  public static final Words YES = new Words("Yes", "是");
  public static final Words NO = new Words("Not yet", "尚未");
  public static final Words RESET = new Words("New phone", "更换手机");
  public static final Words CHANGE = new Words("Change", "更改");
  public static final Words LAST_SIGN_IN = new Words("Last sign-in", "最近登录");
  public static final Words MANAGE = new Words("Change or remove", "更改或删除");

  private PeopleWords() {}

  /** A role. */
  public static Words of(Role role) {
    return switch (role) {
      case owner -> new Words("Owner", "所有者");
      case developer -> new Words("Developer", "开发者");
      case staff -> new Words("Staff", "员工");
      case reader -> new Words("Reader", "只读");
    };
  }

  /** What a role may do. */
  public static Words about(Role role) {
    return switch (role) {
      case owner -> new Words("everything", "全部权限");
      case developer -> new Words("the daily work, webhooks and keys", "日常工作、Webhook 与密钥");
      case staff -> new Words("the daily work", "日常工作");
      case reader -> new Words("looks only", "仅查看");
    };
  }

  /** Why a change of people was refused. */
  public static Words of(PeopleRefused.Reason reason) {
    return switch (reason) {
      case badName ->
          new Words(
              "A name has 1 to 40 of a to z, digits, dots and dashes.",
              "用户名由 1 到 40 个小写字母、数字、点或短横线组成。");
      case weakPassword ->
          new Words(
              "A password has 12 to 128 characters, five different ones, and not the name in it.",
              "密码需 12 到 128 个字符，至少五种不同字符，且不含用户名。");
      case taken -> new Words("Somebody has that name.", "该用户名已被使用。");
      case unknown -> new Words("Nobody has that name.", "没有此用户名。");
      case lastOwner ->
          new Words("The last owner stays an owner.", "最后一位所有者必须保留。");
    };
  }
}
