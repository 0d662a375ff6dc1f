package openset.theatre.play;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import openset.theatre.cast.Lane;

/** What a message is part of. */
public enum Scene {
  REGISTRATION,
  ORDER,
  PAYMENT,
  AUTHORIZATION,
  RECEIPT,
  CAPTURE,
  REFUND,
  CLEARING,
  SETTLEMENT,
  OTHER;

  /** How it is called in JSON. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Scene of(String name, Lane from, Lane to) {
    return switch (name) {
      case "CardCInitReq", "CardCInitRes", "RegFormReq", "RegFormRes", "CertReq", "CertRes",
          "CertInqReq", "CertInqRes" ->
          REGISTRATION;
      case "Offer", "PInitReq", "PInitRes" -> ORDER;
      case "PReq" -> PAYMENT;
      case "PRes", "InqReq", "InqRes" -> RECEIPT;
      case "AuthReq", "AuthRes", "AuthRevReq", "AuthRevRes" -> AUTHORIZATION;
      case "CapReq", "CapRes", "CapRevReq", "CapRevRes" -> CAPTURE;
      case "CredReq", "CredRes", "CredRevReq", "CredRevRes" -> REFUND;
      default -> host(name, from, to);
    };
  }

  private static Scene host(String type, Lane from, Lane to) {
    boolean clearing = from == Lane.CLEARING || to == Lane.CLEARING;
    if (type.matches("0[14]..")) return AUTHORIZATION;
    if (type.startsWith("02")) return clearing ? CLEARING : CAPTURE;
    return type.startsWith("05") ? SETTLEMENT : OTHER;
  }
}
