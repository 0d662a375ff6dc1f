package openset.pages.clearingdesk;

import openset.clearing.Rerun;
import openset.pages.Words;

/** What running a cycle again came to, in words. */
public final class RerunWords {
  private static final Words WAITS =
      new Words(
          "The cycle still waits for receivers; there is nothing to compare yet.",
          "周期仍在等待接收行，暂无可比对内容。");

  private RerunWords() {}

  /** What it came to. */
  public static Words of(Rerun again) {
    if (!again.isNetted()) return WAITS;
    int positions = again.positions();
    int files = again.files();
    if (again.isSame()) {
      return new Words(
          "Run again: " + positions + " positions and " + files
              + " files are the same, to the octet. Nothing was booked again.",
          "已重新运行：" + positions + " 个头寸和 " + files + " 个文件逐字节一致，未重复入账。");
    }
    return new Words(
        "Run again: these are other than they were. Breaks were noted.",
        "已重新运行：以下内容与原先不一致，已记录差异。");
  }

  /** The kind of notice it is. */
  public static String state(Rerun again) {
    if (!again.isNetted()) return "warn";
    return again.isSame() ? "good" : "bad";
  }
}
