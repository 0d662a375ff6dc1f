package openset.conduct;

import openset.set.message.AuthReq;
import openset.set.message.AuthRes;
import openset.set.message.AuthRevReq;
import openset.set.message.AuthRevRes;
import openset.set.message.BatchAdminReq;
import openset.set.message.BatchAdminRes;
import openset.set.message.CapReq;
import openset.set.message.CapRes;
import openset.set.message.CapRevOrCredReq;
import openset.set.message.CapRevOrCredRes;
import openset.set.message.CardCInitReq;
import openset.set.message.CardCInitRes;
import openset.set.message.CertInqReq;
import openset.set.message.CertInqRes;
import openset.set.message.CertReq;
import openset.set.message.CertRes;
import openset.set.message.Error;
import openset.set.message.InqReq;
import openset.set.message.InqRes;
import openset.set.message.MeAqCInitReq;
import openset.set.message.MeAqCInitRes;
import openset.set.message.Message;
import openset.set.message.PCertReq;
import openset.set.message.PCertRes;
import openset.set.message.PInitReq;
import openset.set.message.PInitRes;
import openset.set.message.PReq;
import openset.set.message.PRes;
import openset.set.message.RegFormReq;
import openset.set.message.RegFormRes;

/**
 * Between which kinds of participant a message travels. The journal names the other end of an
 * exchange by it: requests of one kind come from one kind of participant, whatever address they
 * come from, so that a request repeated from elsewhere is found.
 *
 * @param from who makes it
 * @param to who reads it
 */
public record Ends(String from, String to) {
  private static final String CARDHOLDER = "cardholder";
  private static final String MERCHANT = "merchant";
  private static final String GATEWAY = "gateway";
  private static final String AUTHORITY = "authority";
  private static final String END_ENTITY = "end entity";
  private static final String ANYONE = "anyone";

  /** The ends of {@code message}. */
  public static Ends of(Message message) {
    return switch (message) {
      case PInitReq _, PReq _, InqReq _ -> new Ends(CARDHOLDER, MERCHANT);
      case PInitRes _, PRes _, InqRes _ -> new Ends(MERCHANT, CARDHOLDER);
      case AuthReq _, AuthRevReq _, CapReq _, CapRevOrCredReq _ -> new Ends(MERCHANT, GATEWAY);
      case PCertReq _, BatchAdminReq _ -> new Ends(MERCHANT, GATEWAY);
      case AuthRes _, AuthRevRes _, CapRes _, CapRevOrCredRes _ -> new Ends(GATEWAY, MERCHANT);
      case PCertRes _, BatchAdminRes _ -> new Ends(GATEWAY, MERCHANT);
      case CardCInitReq _, MeAqCInitReq _, RegFormReq _, CertReq _, CertInqReq _ ->
          new Ends(END_ENTITY, AUTHORITY);
      case CardCInitRes _, MeAqCInitRes _, RegFormRes _, CertRes _, CertInqRes _ ->
          new Ends(AUTHORITY, END_ENTITY);
      case Error _ -> new Ends(ANYONE, ANYONE);
    };
  }
}
