package openset.privacy.search;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Numbers that a card could have, though nobody says which: 13 to 19 digits whose last is right
 * (ISO/IEC 7812-1 annex B).
 */
public final class CardNumbers {
  private static final int OF_THE_WORLD = 16;
  private static final int PACKED_MOST = 24;
  private static final Pattern SCHEMES =
      Pattern.compile(
          "4[0-9]{12}|4[0-9]{15}|5[1-5][0-9]{14}|2[2-7][0-9]{14}|3[47][0-9]{13}"
              + "|3[068][0-9]{12}|35[0-9]{14}|6011[0-9]{12}|65[0-9]{14}|62[0-9]{14,17}");

  private final List<String> bins;

  /**
   * Numbers of cards.
   *
   * @param bins first six digits of the cards of the world, which are looked for even packed and
   *     among other digits
   */
  public CardNumbers(Collection<String> bins) {
    this.bins = List.copyOf(bins);
  }

  /** Whether one lies in {@code octets} as a text that stands for itself. */
  public boolean written(byte[] octets, int length) {
    int i = 0;
    while (i < length) {
      if (!digit(octets[i])) {
        i++;
        continue;
      }
      int end = i;
      while (end < length && digit(octets[end])) end++;
      if (end - i >= OF_THE_WORLD && ofTheWorld(octets, i, end)) return true;
      boolean alone = !letter(octets, i - 1, length) && !letter(octets, end, length);
      if (alone && (single(octets, i, end) || grouped(octets, i, length))) return true;
      i = end;
    }
    return false;
  }

  /**
   * Whether one of the world's cards lies in {@code octets}, two digits an octet. Only in so few
   * octets that it would not be there by chance.
   */
  public boolean packed(byte[] octets, int length) {
    if (length > PACKED_MOST) return false;
    for (int nibble = 0; nibble + OF_THE_WORLD <= length * 2; nibble++) {
      for (String bin : bins) {
        if (begins(octets, nibble, bin) && luhn(octets, nibble)) return true;
      }
    }
    return false;
  }

  private boolean ofTheWorld(byte[] octets, int from, int end) {
    for (int at = from; at + OF_THE_WORLD <= end; at++) {
      String digits = text(octets, at, at + OF_THE_WORLD);
      if (bins.stream().anyMatch(digits::startsWith) && luhn(digits)) return true;
    }
    return false;
  }

  private static boolean single(byte[] octets, int from, int end) {
    return card(text(octets, from, end));
  }

  /** 4-4-4 and the rest, with one and the same space or hyphen between. */
  private static boolean grouped(byte[] octets, int from, int length) {
    if (from > 0 && (octets[from - 1] == '-' || digit(octets[from - 1]))) return false;
    StringBuilder digits = new StringBuilder();
    int at = from;
    byte separator = 0;
    for (int group = 0; group < 4; group++) {
      int end = at;
      while (end < length && digit(octets[end]) && end - at < 8) end++;
      if (group < 3 && end - at != 4) return false;
      digits.append(text(octets, at, end));
      if (group == 3) return !letter(octets, end, length) && card(digits.toString());
      if (end >= length || octets[end] != ' ' && octets[end] != '-') return false;
      if (separator != 0 && octets[end] != separator) return false;
      separator = octets[end];
      at = end + 1;
    }
    return false;
  }

  /** Digits of a card of one of the large schemes, whose first digits and lengths are known. */
  private static boolean card(String digits) {
    return SCHEMES.matcher(digits).matches() && luhn(digits);
  }

  private static boolean begins(byte[] octets, int nibble, String bin) {
    for (int i = 0; i < bin.length(); i++) {
      if (half(octets, nibble + i) != bin.charAt(i) - '0') return false;
    }
    return true;
  }

  private static boolean luhn(byte[] octets, int nibble) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < OF_THE_WORLD; i++) {
      int half = half(octets, nibble + i);
      if (half > 9) return false;
      digits.append((char) ('0' + half));
    }
    return luhn(digits.toString());
  }

  private static int half(byte[] octets, int nibble) {
    return nibble % 2 == 0 ? octets[nibble / 2] >> 4 & 0xf : octets[nibble / 2] & 0xf;
  }

  private static boolean luhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int weighed = i % 2 == 0 ? digit : digit * 2;
      sum += weighed > 9 ? weighed - 9 : weighed;
    }
    return sum % 10 == 0;
  }

  private static boolean digit(byte octet) {
    return octet >= '0' && octet <= '9';
  }

  private static boolean letter(byte[] octets, int at, int length) {
    if (at < 0 || at >= length) return false;
    int octet = octets[at] & 0xff;
    return Character.isLetterOrDigit(octet) && octet < 0x80 || octet == '_';
  }

  private static String text(byte[] octets, int from, int end) {
    return new String(octets, from, end - from, java.nio.charset.StandardCharsets.US_ASCII);
  }
}
